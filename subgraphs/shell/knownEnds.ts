import { addDays } from "./calendar/addDays.ts";
import type { factEnd } from "./tables.ts";

/** A version of a fact whose end may be known. */
interface Version {
  readonly factId: string;
  /** 1 by default, as in storage. */
  readonly version?: number | undefined;
  /** Last day on which it is kept; null: open. */
  readonly deleteBy?: string | null | undefined;
}

/** Rows of `directory.fact_end` for a version of a fact: one where an end is known, else none. */
export function knownEnds(
  { factId, version = 1, deleteBy = null }: Version,
  lastDay: string | null,
): readonly (typeof factEnd.$inferInsert)[] {
  const [earliest] = [lastDay, deleteBy].filter((day) => day !== null).sort();
  return earliest === undefined ? [] : [{ reference: `${factId}@${version}`, endsOn: addDays(earliest, 1) }];
}
