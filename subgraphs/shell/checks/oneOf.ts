import { type AnyColumn, sql } from "drizzle-orm";
import { check } from "drizzle-orm/pg-core";

/** What drizzle keeps of a column beside a table: a column that only constraints name carries its values nowhere else. */
interface ColumnConfig {
  readonly enumValues?: readonly string[];
  /** Of an array: the column of its elements. */
  readonly baseBuilder?: { readonly config: ColumnConfig };
}

/**
 * A value is one of those that the column's `enum` names, or null; of an array, every value. TypeScript alone holds no row to them. The
 * constraint bears the name of the field.
 *
 * @throws Error where the column names none
 */
export function oneOf(name: string, column: AnyColumn) {
  const { enumValues, baseBuilder } = (column as unknown as { readonly config: ColumnConfig }).config;
  const values = enumValues ?? baseBuilder?.config.enumValues ?? [];
  if (values.length === 0) throw new Error(`The column of ${name} names no values.`);
  const quoted = sql.raw(values.map((value) => `'${value}'`).join(", "));
  return check(
    name,
    baseBuilder === undefined ? sql`${column} IN (${quoted})` : sql`${column} <@ ARRAY[${quoted}]::text[]`,
  );
}
