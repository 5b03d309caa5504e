import { and, asc, isNull, type SQL, sql } from "drizzle-orm";
import { decodeCursor, type PageArguments, pageSize } from "../../shell/connection.ts";
import type { Database } from "../../shell/openStore.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { correctionNotice } from "../tables.ts";

/** Notice that is outstanding. */
export type OutstandingRow = typeof correctionNotice.$inferSelect;

/**
 * A page of the notices that nobody has acknowledged, the eldest first, with one row more than it holds.
 *
 * @throws SubgraphError INVALID_INPUT for page arguments
 */
export async function outstandingPage(
  database: Database,
  args: PageArguments,
  condition: SQL | undefined,
): Promise<readonly OutstandingRow[]> {
  const size = pageSize(args);
  const after = decodeCursor(args, 2);
  if (after !== null && !Number.isSafeInteger(after[0]))
    throw new SubgraphError("INVALID_INPUT", "after is no cursor of this list. Use an endCursor it gave out.", "after");
  // By number, not by instant: two changes of one millisecond are told in their order.
  const { changeId, id, acknowledgedAt } = correctionNotice;
  const behind = after === null ? undefined : sql`(${changeId}, ${id}) > (${after[0]}, ${after[1]})`;
  const rows = await database
    .select()
    .from(correctionNotice)
    .where(and(isNull(acknowledgedAt), condition, behind))
    .orderBy(asc(changeId), asc(id))
    .limit(size + 1);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
