/** Groups of the worklist in their order, as the contract's `WorklistGroup` lists them. */
export const worklistGroups = [
  "PRIORITY",
  "REGULAR",
  "LEGAL_EXAMINATION_FIRST",
  "NO_PROPOSAL",
  "WITHOUT_BAND",
  "STALE",
  "NOT_YET_ASSESSED",
  "OWN_ESTIMATE_FIRST",
] as const;

export type WorklistGroup = (typeof worklistGroups)[number];
