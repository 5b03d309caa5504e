/** What can be due in a case (Fristarten): German words, and the norm that sets it. */
export const deadlineKinds = {
  HEARING_STATEMENT: { subject: "Stellungnahme zur Anhörung", norm: "§ 28 VwVfG" },
  COURT_ACTION: { subject: "Klage gegen die Ausweisungsverfügung", norm: "§ 74 (1) VwGO" },
  CONSENT_FOLLOW_UP: { subject: "Wiedervorlage: Einvernehmen der Staatsanwaltschaft", norm: "§ 72 (4) AufenthG" },
  DOCUMENT_FOLLOW_UP: { subject: "Wiedervorlage: Stand der Passersatzbeschaffung", norm: "§ 48 AufenthG" },
  CASE_REVIEW: { subject: "Wiedervorlage: Stand des Falls", norm: "§ 10 VwVfG" },
} as const;

export type DeadlineKind = keyof typeof deadlineKinds;
