import { sql } from "drizzle-orm";
import type { GrantView } from "./grantView.ts";
import type { Database } from "./openStore.ts";
import { readRows } from "./readRows.ts";
import { personFactsInForce, relationsInForce } from "./relationPredicate.ts";

/** What the directory knows of a record on the date of the question, as seen by the holder of the grant. */
export interface RelationFacts {
  /** Relations that hold, and facts of the person that a prohibition can name. */
  readonly facts: ReadonlySet<string>;
  /** Opaque reference of the data subject; null where the holder stands in no relation to the record. */
  readonly dataSubject: string | null;
}

type FactRow = { readonly key: string; readonly person_ref: string; readonly kind: string };

/** Relation facts of persons. One statement for all; an unknown person has none. */
export async function personRelationFacts(
  database: Database,
  grant: GrantView,
  personRefs: readonly string[],
): Promise<readonly RelationFacts[]> {
  const rows = await readRows<FactRow>(
    database,
    sql`SELECT h.person_ref AS key, h.person_ref, h.kind FROM ${relationsInForce(grant)} AS h WHERE h.person_ref IN ${personRefs}
      UNION SELECT f.person_ref AS key, f.person_ref, f.kind FROM ${personFactsInForce(grant)} AS f WHERE f.person_ref IN ${personRefs}`,
  );
  return inOrder(rows, personRefs);
}

/** Relation facts of cases: relations under that case reference alone, and the facts of its data subject. */
export async function caseRelationFacts(
  database: Database,
  grant: GrantView,
  caseRefs: readonly string[],
): Promise<readonly RelationFacts[]> {
  const rows = await readRows<FactRow>(
    database,
    sql`SELECT h.case_ref AS key, h.person_ref, h.kind FROM ${relationsInForce(grant)} AS h WHERE h.case_ref IN ${caseRefs}
      UNION SELECT h.case_ref AS key, h.person_ref, f.kind FROM ${relationsInForce(grant)} AS h
        JOIN ${personFactsInForce(grant)} AS f ON f.person_ref = h.person_ref WHERE h.case_ref IN ${caseRefs}`,
  );
  return inOrder(rows, caseRefs);
}

function inOrder(rows: readonly FactRow[], keys: readonly string[]): readonly RelationFacts[] {
  const byKey = Map.groupBy(rows, (row) => row.key);
  return keys.map((key) => {
    const own = byKey.get(key) ?? [];
    return { facts: new Set(own.map((row) => row.kind)), dataSubject: own.at(0)?.person_ref ?? null };
  });
}
