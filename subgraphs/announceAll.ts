import { sql } from "drizzle-orm";
import { roster } from "./roster.ts";
import { announceDue } from "./shell/announceDue.ts";
import type { RecordErasures } from "./shell/Erasure.ts";
import { keptDay } from "./shell/keptDay.ts";
import type { Database } from "./shell/openStore.ts";
import { news } from "./shell/tables.ts";

/**
 * Has all subgraphs keep up with a date and with what was decided, tells what the date brings in their facts, and forgets news that is told no
 * longer. Twice on one date does it once.
 *
 * @param owner connection that owns the schemas
 * @param date date of the question
 * @param record puts what is erased on record
 * @param isClocks whether the clock says so and nobody else: then a day that lies far after the last one is not believed
 * @throws ClockJumped before anything is done
 */
export async function announceAll(
  owner: Database,
  date: string,
  record: RecordErasures,
  isClocks = false,
): Promise<void> {
  if (isClocks) await keptDay.holdTo(owner, date);
  for (const { keepUp } of roster) await keepUp?.(owner, date, record);
  for (const { schema, occurrences = [] } of roster) await announceDue(owner, schema, occurrences, date);
  await owner.execute(sql`DELETE FROM ${news} WHERE kept_until < ${date}`);
  await keptDay.note(owner, date);
}
