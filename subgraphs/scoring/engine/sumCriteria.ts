import type { JudgedCriterion } from "./JudgedCriterion.ts";

/** What the criteria come to together. */
export interface CriteriaSum {
  /** Points. */
  readonly axisA: number;
  /** Points. */
  readonly axisB: number;
  /** Share of the weight that is known, rounded down. */
  readonly knownWeightPercent: number;
}

/** Adds up: an unknown criterion gives no point to any axis and counts as weight that is not known. */
export function sumCriteria(judged: readonly JudgedCriterion[]): CriteriaSum {
  const axis = { A: 0, B: 0 };
  let [whole, known] = [0, 0];
  for (const { criterion, weight, outcome } of judged) {
    whole += weight;
    if (outcome === null) continue;
    known += weight;
    axis[criterion.axis] += outcome.points;
  }
  return { axisA: axis.A, axisB: axis.B, knownWeightPercent: whole === 0 ? 0 : Math.floor((100 * known) / whole) };
}
