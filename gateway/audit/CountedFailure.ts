import type { FailedIdentification } from "./AccessEntry.ts";

/** A failed identification, with those before it that have no entry of their own. */
export interface CountedFailure extends FailedIdentification {
  /** This one included. */
  readonly count: number;
}
