import { type AnyColumn, sql } from "drizzle-orm";
import { check } from "drizzle-orm/pg-core";
import { plausibleDays } from "../calendar/plausibleDays.ts";

/** What drizzle keeps of a column beside a table. */
interface ColumnConfig {
  readonly columnType: string;
}

const bounds = sql.raw(`'${plausibleDays.first}' AND '${plausibleDays.last}'`);

/**
 * Every day in a table is one that a fact can name (`plausibleDays`), or null. Each constraint bears the name of its field.
 *
 * @param columns all columns of the table, among which those of days are found
 */
export function plausible(table: string, columns: object) {
  return (Object.values(columns) as (AnyColumn & { readonly config: ColumnConfig })[])
    .filter(({ config }) => config.columnType === "PgDateString")
    .map((column) => check(`${table}_${column.name}_plausible`, sql`${column} BETWEEN ${bounds}`));
}
