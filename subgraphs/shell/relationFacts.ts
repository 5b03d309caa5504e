import { sql } from "drizzle-orm";
import type { GrantView } from "./grantView.ts";
import type { Database } from "./openStore.ts";
import { personFactsInForce, relationsInForce } from "./relationPredicate.ts";

type FactRow = { readonly key: string; readonly kind: string };

/**
 * Relations of the grant's holder to each person, and the facts of that person that a prohibition can name.
 * One statement for all. An unknown person has no facts.
 */
export async function personRelationFacts(
  database: Database,
  grant: GrantView,
  personRefs: readonly string[],
): Promise<readonly ReadonlySet<string>[]> {
  const rows = await read(
    database,
    sql`SELECT h.person_ref AS key, h.kind FROM ${relationsInForce(grant)} AS h WHERE h.person_ref IN ${personRefs}
      UNION SELECT f.person_ref AS key, f.kind FROM ${personFactsInForce(grant)} AS f WHERE f.person_ref IN ${personRefs}`,
  );
  return inOrder(rows, personRefs);
}

/** The same for cases: relations under that case reference alone, and the facts of its data subject. */
export async function caseRelationFacts(
  database: Database,
  grant: GrantView,
  caseRefs: readonly string[],
): Promise<readonly ReadonlySet<string>[]> {
  const rows = await read(
    database,
    sql`SELECT h.case_ref AS key, h.kind FROM ${relationsInForce(grant)} AS h WHERE h.case_ref IN ${caseRefs}
      UNION SELECT h.case_ref AS key, f.kind FROM ${relationsInForce(grant)} AS h
        JOIN ${personFactsInForce(grant)} AS f ON f.person_ref = h.person_ref WHERE h.case_ref IN ${caseRefs}`,
  );
  return inOrder(rows, caseRefs);
}

async function read(database: Database, statement: ReturnType<typeof sql>): Promise<readonly FactRow[]> {
  const result: unknown = await database.execute(statement);
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as FactRow[];
}

function inOrder(rows: readonly FactRow[], keys: readonly string[]): readonly ReadonlySet<string>[] {
  const byKey = Map.groupBy(rows, (row) => row.key);
  return keys.map((key) => new Set((byKey.get(key) ?? []).map((row) => row.kind)));
}
