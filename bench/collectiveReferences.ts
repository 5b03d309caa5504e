import { type SQL, sql } from "drizzle-orm";
import { caseRecord } from "../subgraphs/casework/tables.ts";
import type { Database } from "../subgraphs/shell/openStore.ts";
import { estimateDraw, personFact, relation } from "../subgraphs/shell/tables.ts";

/** Office that asks in the benchmark. */
const office = "RRK_MUENSTER";

/** Numbers of persons for which there is a reference. */
export const collectiveSizes = [20, 200, 2000] as const;

export type CollectiveSize = (typeof collectiveSizes)[number];

/** The reference under which the office knows so many persons. */
export function collectiveReference(size: CollectiveSize): string {
  return `BENCH-${size}`;
}

/**
 * Ties many persons to one reference of the office, as one set of proceedings against many would. Only the benchmark's own
 * population has such references: no rule lets an office see convictions without stating a case, and a case is one person's.
 * Persons whom a prohibition touches are left out, and those with a case that waits for an own estimate; those who have an open case with the office come first.
 *
 * @throws Error when the population is too small
 */
export async function writeCollectiveReferences(database: Database): Promise<void> {
  for (const size of collectiveSizes) {
    await database.execute(sql`INSERT INTO ${relation} (office, person_ref, kind, case_ref, since)
      SELECT ${office}, person_ref, 'OWN_CASE', ${collectiveReference(size)}, '2026-03-01' FROM (${persons(size)}) AS chosen`);
    const tied = await database.$count(relation, sql`${relation.caseRef} = ${collectiveReference(size)}`);
    if (tied !== size) throw new Error(`The benchmark needs ${size} persons for one reference and found ${tied}.`);
  }
}

function persons(size: CollectiveSize): SQL {
  return sql`SELECT r.person_ref FROM ${relation} AS r
    WHERE r.kind IN ('OWN_FILE', 'OWN_CASE') AND r.person_ref NOT IN (SELECT person_ref FROM ${personFact})
      AND r.person_ref NOT IN (SELECT person_ref FROM ${caseRecord} AS c JOIN ${estimateDraw} AS d ON d.case_ref = c.case_ref)
    GROUP BY r.person_ref
    ORDER BY bool_or(r.office = ${office} AND r.kind = 'OWN_CASE' AND r.until IS NULL AND r.case_ref NOT LIKE 'BENCH-%') DESC, r.person_ref
    LIMIT ${size}`;
}
