import type { Assessment } from "../engine/Assessment.ts";
import type { ReducedFact } from "../engine/ReducedFact.ts";

/** What a seal holds: an assessment as it was read, what it was made from, and for whom. */
export interface SealedAssessment {
  readonly personRef: string;
  /** Office and holder of relations that read it. It opens for them alone. */
  readonly office: string;
  readonly holder: string;
  /** Carries the date of the question. */
  readonly assessment: Assessment;
  readonly inputs: readonly ReducedFact[];
}
