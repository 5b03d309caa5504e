import { type SQL, sql } from "drizzle-orm";
import { personMerge } from "../shell/tables.ts";

/**
 * References under which the log may name a person: the own one, and those of everybody who was merged into it, at whatever remove. The log is
 * not rewritten by a merge; one that was undone counts no longer.
 *
 * @returns a query of one column
 */
export function referencesOf(personRef: string): SQL {
  return sql`WITH RECURSIVE reference AS (
      SELECT ${personRef}::text AS person_ref
      UNION SELECT m.from_ref FROM ${personMerge} AS m JOIN reference AS r ON m.into_ref = r.person_ref WHERE m.undone_at IS NULL
    ) SELECT person_ref FROM reference`;
}
