/** Steps of a case in German, as the report names them. */
export const stepNames: Readonly<Record<string, string>> = {
  proposeCase: "Vorschlag",
  checkProposal: "Vollständigkeitsprüfung (Münster: mit Initialbewertung)",
  decideAdmission: "Aufnahmeentscheidung",
  confirmDecision: "Bestätigung durch zweite Person",
  assignCase: "Zuweisung",
  handOverCase: "Abgabe an andere RRK",
  holdConference: "Fallkonferenz",
  addMeasure: "Maßnahme anlegen",
  reportMeasure: "Maßnahme berichten",
  requestConsent: "Einvernehmen anfragen",
  noteConsentNotRequired: "Einvernehmen nicht erforderlich",
  setDeadline: "Frist setzen",
  suspendCase: "Ruhendstellung",
  resumeCase: "Wiederaufnahme",
  closeCase: "Fallabschluss",
  reopenCase: "Wiedereröffnung",
};

/** What stands where a figure would. */
export const tooThin = "Daten reichen nicht";
