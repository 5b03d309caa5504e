import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../../shell/openStore.ts";

/** PostgreSQL takes 65,535 parameters a statement; half of that keeps statements of a handy size. */
const parametersMax = 30_000;

/** Inserts rows in as few statements as their number of parameters allows; none for no rows. */
export async function insertRows<T extends PgTable>(
  database: Database,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  const rowsMax = Math.floor(parametersMax / Object.keys(getTableColumns(table)).length);
  for (let from = 0; from < rows.length; from += rowsMax) {
    await database.insert(table).values(rows.slice(from, from + rowsMax));
  }
}
