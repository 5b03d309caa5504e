import { type SQL, sql } from "drizzle-orm";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { type identification, operation } from "./tables.ts";

/**
 * Condition on rows behind a cursor, latest first; undefined without one.
 *
 * @param keys instant and id of the record that the cursor stands for
 * @throws SubgraphError INVALID_INPUT for a cursor of another list
 */
export function latestBefore(
  keys: readonly (string | number)[] | null,
  table: Pick<typeof operation | typeof identification, "at" | "id"> = operation,
): SQL | undefined {
  if (keys === null) return undefined;
  const at = new Date(String(keys[0]));
  if (Number.isNaN(at.getTime())) {
    throw new SubgraphError("INVALID_INPUT", "after is no cursor of this list. Use an endCursor it gave out.", "after");
  }
  return sql`(${table.at}, ${table.id}) < (${at.toISOString()}::timestamptz, ${String(keys[1])})`;
}
