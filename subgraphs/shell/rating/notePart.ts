import type { Database } from "../openStore.ts";
import { casePart } from "../tables.ts";

/** Notes the part that somebody had in the rating of a case, in the transaction in which it is played. Twice is once. */
export async function notePart(transaction: Database, part: typeof casePart.$inferInsert): Promise<void> {
  await transaction.insert(casePart).values(part).onConflictDoNothing();
}
