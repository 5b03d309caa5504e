import type { CaseState } from "../codes.ts";

const open = ["PROPOSED", "CHECKED", "ADMITTED", "SUSPENDED"] as const satisfies readonly CaseState[];

/** States of a case in which each mutation may be made; in every other it is a conflict. */
export const statesThatAllow = {
  decideAdmission: ["PROPOSED", "CHECKED"],
  addMeasure: ["ADMITTED"],
  requestConsent: open,
  answerConsent: open,
} as const satisfies Record<string, readonly CaseState[]>;
