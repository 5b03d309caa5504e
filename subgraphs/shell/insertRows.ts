import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { completeRow } from "./completeRow.ts";
import type { Database } from "./openStore.ts";

/** Most rows a statement: bounds the size of its one parameter. */
const rowsPerStatementMax = 5000;

/**
 * Inserts many rows, named as the table's columns are in TypeScript; none for no rows. They travel as JSON in one parameter a
 * statement: a parameter a value would cost several times as much, and their number is limited. What a row leaves out is the
 * column's constant default, or null.
 */
export async function insertRows<T extends PgTable>(
  database: Database,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  const columns = Object.entries(getTableColumns(table));
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  for (let from = 0; from < rows.length; from += rowsPerStatementMax) {
    const records = rows.slice(from, from + rowsPerStatementMax).map((row) => {
      const values = completeRow(table, row) as Readonly<Record<string, unknown>>;
      return Object.fromEntries(columns.map(([key, { name }]) => [name, values[key]]));
    });
    await database.execute(sql`INSERT INTO ${table} (${names})
      SELECT ${names} FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(records)}::text::json)`);
  }
}
