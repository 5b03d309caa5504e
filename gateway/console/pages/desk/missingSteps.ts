/** What a case still lacks, as far as the worklist tells: names of {@link texts}.steps. Which facts an assessment lacks is told where it is opened. */
export function missingSteps(group: string | null, state: string | null): readonly string[] {
  return [byGroup[group ?? ""], byState[state ?? ""]].filter((step) => step !== undefined);
}

const byGroup: Readonly<Record<string, string>> = {
  OWN_ESTIMATE_FIRST: "OWN_ESTIMATE",
  NOT_YET_ASSESSED: "ASSESSMENT",
  STALE: "ASSESSMENT_ANEW",
  WITHOUT_BAND: "BAND",
  LEGAL_EXAMINATION_FIRST: "LEGAL_EXAMINATION",
};

const byState: Readonly<Record<string, string>> = {
  PROPOSED: "COMPLETENESS",
  CHECKED: "DECISION",
  AWAITING_CONFIRMATION: "CONFIRMATION",
};
