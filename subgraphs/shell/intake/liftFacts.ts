import { inArray, type SQL, sql } from "drizzle-orm";
import { addDays } from "../calendar/addDays.ts";
import type { Database } from "../openStore.ts";
import { factEnd, relation } from "../tables.ts";
import type { SuppliedKind, SuppliedTable } from "./SuppliedKind.ts";

/**
 * Takes facts off the persons they stand with, ends the versions that stood there, and the relations that rest on nothing else.
 *
 * @param on date of the question: a relation ends the day before
 */
export async function liftFacts(
  transaction: Database,
  kind: SuppliedKind,
  factIds: readonly string[],
  on: string,
): Promise<void> {
  if (factIds.length === 0) return;
  const { table, below } = kind;
  if (below !== undefined) await transaction.delete(below.table).where(inArray(below.owner, [...factIds]));
  await transaction.execute(sql`WITH lifted AS (
      DELETE FROM ${table} WHERE fact_id IN ${[...factIds]}
      RETURNING fact_id, version, source_office, person_ref, source_file_ref
    ), ended AS (
      INSERT INTO ${factEnd} AS e (reference, ends_on) SELECT fact_id || '@' || version, ${on}::date FROM lifted
      ON CONFLICT (reference) DO UPDATE SET ends_on = LEAST(e.ends_on, EXCLUDED.ends_on)
    )
    ${endedRelations(kind, factIds, on)}`);
}

/** A relation that another fact makes too, under the same reference, goes on. */
function endedRelations({ relation: made }: SuppliedKind, factIds: readonly string[], on: string): SQL {
  if (made === null) return sql`SELECT FROM lifted`;
  const others = made.madeBy.map((table) => standsIn(table, factIds));
  return sql`UPDATE ${relation} AS r SET until = GREATEST(${addDays(on, -1)}::date, r.since - 1) FROM lifted AS l
    WHERE r.office = l.source_office AND r.person_ref = l.person_ref AND r.case_ref = l.source_file_ref
      AND r.kind = ${made.kind} AND (r.until IS NULL OR r.until >= ${on}::date) AND NOT (${sql.join(others, sql` OR `)})`;
}

function standsIn(table: SuppliedTable, factIds: readonly string[]): SQL {
  return sql`EXISTS (SELECT 1 FROM ${table} AS o WHERE o.source_office = l.source_office AND o.person_ref = l.person_ref
    AND o.source_file_ref = l.source_file_ref AND o.fact_id NOT IN ${[...factIds]})`;
}
