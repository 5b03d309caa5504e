import type { CaseState } from "../codes.ts";

/** States of a case that is not over. */
export const openStates = [
  "PROPOSED",
  "CHECKED",
  "AWAITING_CONFIRMATION",
  "ADMITTED",
  "SUSPENDED",
] as const satisfies readonly CaseState[];
