import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { insertRows } from "../insertRows.ts";
import { knownEnds } from "../knownEnds.ts";
import type { Database } from "../openStore.ts";
import { factEnd, relation } from "../tables.ts";
import type { PlacedFact, SuppliedKind } from "./SuppliedKind.ts";

/**
 * Writes versions of facts of one kind to the persons they are about, with the relations they make and the ends that are known
 * beforehand. No row of an earlier version may stand any more (`liftFacts`).
 *
 * @param at SQL instant of this version
 */
export async function layFacts(
  transaction: Database,
  kind: SuppliedKind,
  facts: readonly PlacedFact[],
  at: string,
): Promise<void> {
  if (facts.length === 0) return;
  await insertRows(
    transaction,
    kind.table as PgTable,
    facts.map((fact) => rowOf(kind, fact, at)),
  );
  const { below } = kind;
  if (below !== undefined)
    await insertRows(
      transaction,
      below.table,
      facts.flatMap((fact) => [...below.rows(fact)]),
    );
  await tie(transaction, kind, facts);
  await insertEnds(transaction, kind, facts);
}

function rowOf(kind: SuppliedKind, fact: PlacedFact, at: string): Record<string, unknown> {
  const { factId, personRef, version, office, recordedAt, restricted, content } = fact;
  return {
    factId,
    personRef,
    version,
    sourceOffice: office,
    sourceFileRef: content.fileRef,
    eventDate: content.eventDate,
    recordedAt,
    // A clock that has jumped back makes no version older than the fact.
    lastChangedAt: Date.parse(at) < Date.parse(recordedAt) ? recordedAt : at,
    deleteBy: content.deleteBy ?? kind.deleteBy(content),
    label: content.label,
    kind: "FACT",
    evidenceHolder: null,
    subjectCategory: kind.subjectCategory,
    restricted,
    legalBasis: content.legalBasis,
    ...kind.columns(content),
  };
}

/** One that is open already under the reference stays as it is: an office knows a person from its first fact on. */
async function tie(transaction: Database, kind: SuppliedKind, facts: readonly PlacedFact[]): Promise<void> {
  const made = kind.relation;
  const ties = facts.flatMap(({ office, personRef, content }) => {
    const period = kind.tie(content, office);
    if (made === null || period === null) return [];
    return [{ office, person_ref: personRef, kind: made.kind, case_ref: content.fileRef, ...period }];
  });
  if (ties.length === 0) return;
  await transaction.execute(sql`INSERT INTO ${relation} (office, person_ref, kind, case_ref, since, until)
    SELECT DISTINCT ON (t.office, t.person_ref, t.kind, t.case_ref, t.since) t.office, t.person_ref, t.kind, t.case_ref, t.since, t.until
    FROM json_populate_recordset(NULL::${relation}, ${JSON.stringify(ties)}::text::json) AS t
    WHERE t.until IS NOT NULL OR NOT EXISTS (SELECT 1 FROM ${relation} AS r WHERE r.office = t.office AND r.person_ref = t.person_ref
      AND r.kind = t.kind AND r.case_ref = t.case_ref AND r.until IS NULL AND r.since <= t.since)
    ORDER BY t.office, t.person_ref, t.kind, t.case_ref, t.since, t.until DESC NULLS FIRST
    ON CONFLICT (office, person_ref, kind, case_ref, since) DO UPDATE SET until = EXCLUDED.until`);
}

async function insertEnds(transaction: Database, kind: SuppliedKind, facts: readonly PlacedFact[]): Promise<void> {
  const ends = facts.flatMap(({ factId, version, content }) =>
    knownEnds({ factId, version, deleteBy: content.deleteBy ?? kind.deleteBy(content) }, kind.lastDay(content)),
  );
  await insertRows(transaction, factEnd, ends);
}
