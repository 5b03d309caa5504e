import type { SQL } from "drizzle-orm";

/** A period of accesses, as instants; `to` is not part of it. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** One rule that asks a question of accesses. */
export interface Detector {
  /** Stable, never used again. */
  readonly id: string;
  /** The rule in one sentence. */
  readonly sentence: string;
  readonly norms: readonly string[];
  /** From which data it judges, and what they cannot tell. */
  readonly basis: string;
  /** Condition on operations: the rule applies to them. */
  judges(): SQL | undefined;
  /** Condition on operations that it applies to: it finds them. */
  finds(period: Period): SQL;
}
