import type { Counts } from "./Counts.ts";
import type { ToldFault } from "./tellFault.ts";

/** What came of an import. */
export interface ImportResult {
  readonly counts: Counts;
  /** The first of what was not taken, one by one. */
  readonly faults: readonly ToldFault[];
  /** Items that a run before had done. */
  readonly passedOver: number;
}
