import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../../shell/openStore.ts";

/** Rows a statement. */
const rowsMax = 5000;

/**
 * Inserts rows of one shape as JSON in a single parameter a statement: a parameter a value would cost several times as much.
 * Columns that the first row does not set take their default.
 */
export async function insertRows<T extends PgTable>(
  database: Database,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  for (let from = 0; from < rows.length; from += rowsMax) {
    const records = rows.slice(from, from + rowsMax).map((row) => {
      const values = row as Readonly<Record<string, unknown>>;
      return Object.fromEntries(columns.map(([key, { name }]) => [name, values[key]]));
    });
    await database.execute(sql`INSERT INTO ${table} (${names})
      SELECT ${names} FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(records)}::json)`);
  }
}
