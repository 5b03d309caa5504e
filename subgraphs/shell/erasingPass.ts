import type { Erasure, RecordErasures } from "./Erasure.ts";
import type { Database } from "./openStore.ts";

/**
 * One pass of an erasure, as a transaction of its own: on record before it commits, and again when it has.
 *
 * @param work erases, and tells what; nothing where there was nothing to erase
 * @returns whether something was erased: there may be more
 */
export async function erasingPass(
  database: Database,
  record: RecordErasures,
  work: (transaction: Database) => Promise<readonly Erasure[]>,
): Promise<boolean> {
  const recordEnd = await database.transaction(async (transaction) => {
    const erasures = await work(transaction);
    return erasures.length === 0 ? null : record(erasures);
  });
  await recordEnd?.();
  return recordEnd !== null;
}
