import type { Assessment } from "./Assessment.ts";

/** What gates and criteria make of the facts: the part of an assessment that depends on them. */
export interface Outcome
  extends Pick<
    Assessment,
    "state" | "band" | "axisA" | "axisB" | "contributions" | "knownWeightPercent" | "oldestFactOn"
  > {
  /** As in an assessment, without why. */
  readonly missing: readonly Omit<Assessment["missing"][number], "reason">[];
  /** Id of the gate that ended the assessment; null for none. */
  readonly closedBy: string | null;
}

/** Where a gate ends the assessment there is no score, and nothing from which one could be added up. */
export const unscored = {
  band: null,
  axisA: null,
  axisB: null,
  contributions: [],
  missing: [],
  knownWeightPercent: null,
} as const;
