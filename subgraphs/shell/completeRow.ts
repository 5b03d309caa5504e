import { type Column, getTableColumns, SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** A row as it will be stored: what it leaves out is the column's constant default, or null. */
export function completeRow<T extends PgTable>(table: T, row: T["$inferInsert"]): T["$inferSelect"] {
  const given = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => [
      key,
      given[key] === undefined ? constantDefault(column) : given[key],
    ]),
  );
}

/** Null where the column has no default, or one that the database works out. */
function constantDefault({ default: value }: Column): unknown {
  return value === undefined || value instanceof SQL ? null : value;
}
