import { gte, isNull, or, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** Condition on a row of a table with `factColumns`: on the date it may still be kept. What was due for deletion before reads as gone. */
export function keptOn({ deleteBy }: { readonly deleteBy: PgColumn }, date: string): SQL | undefined {
  return or(isNull(deleteBy), gte(deleteBy, date));
}
