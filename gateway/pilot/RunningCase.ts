import type { PlannedCase } from "./PlannedCase.ts";

/** A case of the plan as it stands. */
export interface RunningCase {
  readonly plan: PlannedCase;
  /** Null until it is proposed. */
  caseRef: string | null;
  rrk: string;
  /** State that the last answer told; null where a refusal ended the plan. */
  state: string | null;
  /** Who decided, so that another confirms. */
  decidedBy: number | null;
  /** Measure that waits for a report. */
  openMeasure: string | null;
}
