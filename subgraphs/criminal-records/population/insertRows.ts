import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../../shell/openStore.ts";

/** Most parameters a statement may carry; PostgreSQL's own limit is 65,535. */
const parametersMax = 30_000;

/** Inserts rows in as few statements as the limit of parameters allows. */
export async function insertRows<T extends PgTable>(
  database: Database,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  const size = Math.floor(parametersMax / Object.keys(getTableColumns(table)).length);
  for (let start = 0; start < rows.length; start += size) {
    await database.insert(table).values(rows.slice(start, start + size));
  }
}
