import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../../shell/openStore.ts";

/** Most rows a statement inserts: bounds the size of its one parameter. */
const rowsPerStatementMax = 5000;

/**
 * Inserts many rows, named as the table's columns are in TypeScript. A column that a row leaves out is null, whatever its default.
 * The rows travel as one JSON parameter, which neither the limit on parameters nor the time to print a long statement bounds.
 */
export async function insertRows(database: Database, table: PgTable, rows: readonly object[]): Promise<void> {
  const columns = Object.entries(getTableColumns(table));
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  for (let from = 0; from < rows.length; from += rowsPerStatementMax) {
    const records = rows
      .slice(from, from + rowsPerStatementMax)
      .map((row) =>
        Object.fromEntries(
          columns.map(([key, column]) => [column.name, (row as Record<string, unknown>)[key] ?? null]),
        ),
      );
    await database.execute(
      sql`INSERT INTO ${table} (${names}) SELECT ${names}
        FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(records)}::text::json)`,
    );
  }
}
