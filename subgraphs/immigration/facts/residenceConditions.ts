import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { person } from "../tables.ts";
import { factTypes } from "./factTypes.ts";

/** Conditions on a row of `person` that lists test and statistics count. Each is true, false, or null where nothing is on file. */
export const residenceConditions = {
  /** Whether a toleration is valid on the date (§ 60a AufenthG). Never null. */
  tolerated(date: string): SQL {
    const { table } = factTypes.toleration;
    return sql`EXISTS (SELECT 1 FROM ${table} WHERE ${table.personRef} = ${person.personRef}
      AND ${factTypes.toleration.holdsOn(date)})`;
  },
  /** Whether there is an obligation to leave (§ 50 AufenthG). */
  obliged: (date: string): SQL => latestObligation(factTypes.obligationToLeave.table.exists, date),
  /** Whether the obligation to leave is enforceable (§ 58 (2) AufenthG). */
  enforceable: (date: string): SQL => latestObligation(factTypes.obligationToLeave.table.enforceable, date),
} as const;

function latestObligation(column: PgColumn, date: string): SQL {
  const type = factTypes.obligationToLeave;
  return sql`(SELECT ${column} FROM ${type.table} WHERE ${type.table.personRef} = ${person.personRef}
    AND ${type.holdsOn(date)} ORDER BY ${sql.join([...type.latestFirst], sql`, `)} LIMIT 1)`;
}
