import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { GrantEntry } from "../../schema/grant.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { anyRelation, type GrantView } from "./grantView.ts";
import { columnOf, type RecordType } from "./RecordType.ts";
import { personFact, relation } from "./tables.ts";

/**
 * The relations of the grant's holder that are in force on the date of the question, narrowed to the persons of the stated
 * case. The one definition that row predicates and relation facts are both built from.
 */
export function relationsInForce(grant: GrantView): SQL {
  const narrowed =
    grant.caseRef === null
      ? sql`TRUE`
      : sql`EXISTS (SELECT 1 FROM ${relation} AS s WHERE s.office = r.office AND s.person_ref = r.person_ref
            AND s.case_ref = ${grant.caseRef} AND ${inForce("s", grant.date)})`;
  return sql`(SELECT r.person_ref, r.kind, r.case_ref, r.since FROM ${relation} AS r
    WHERE r.office = ${grant.holder} AND ${inForce("r", grant.date)} AND ${narrowed})`;
}

/** The facts of persons that are in force on the date of the question. */
export function personFactsInForce(grant: GrantView): SQL {
  return sql`(SELECT f.person_ref, f.kind FROM ${personFact} AS f WHERE ${inForce("f", grant.date)})`;
}

/** Whether the grant lets rows of the category through for the person in `personRef`. */
export function personPredicate(grant: GrantView, category: string, personRef: SQLWrapper): SQL {
  return anyOf(grant.reading(category), (entry) =>
    both(tied(grant, entry, { personRef }), noFact(grant, entry, personRef)),
  );
}

/** Whether the grant lets rows of the category through for the case in `caseRef`, whose data subject stands in `personRef`. */
export function casePredicate(grant: GrantView, category: string, caseRef: SQLWrapper, personRef: SQLWrapper): SQL {
  return anyOf(grant.reading(category), (entry) =>
    both(tied(grant, entry, { personRef, caseRef }), noFact(grant, entry, personRef)),
  );
}

/** Whether the grant lets a record of the category through: by a relation to its person or case, or because it is the holder's own. */
export function recordPredicate(grant: GrantView, category: string, record: RecordType): SQL {
  return anyOf(grant.reading(category), (entry) => {
    const ties = entry.when.some((kind) => kind in vocabulary.recordRelations)
      ? sql`(${tied(grant, entry, record.table)} OR ${ownRecord(grant, record)})`
      : tied(grant, entry, record.table);
    return both(both(ties, noFact(grant, entry, record.table.personRef)), noRecordFact(entry, record));
  });
}

/** A relation of the holder under which something could be told, as a statement over the relations in force has it. */
interface Tie {
  /** Kind of the relation. Here and below, names of the statement other than `f`, `h`, `n`, `r` and `s`, which the conditions use. */
  readonly kind: SQLWrapper;
  readonly personRef: SQLWrapper;
  /** Whether what is told is about the holder's own record. */
  readonly isOwn: SQL;
  /** Whether what is told is meant for offices in this relation. */
  readonly isMeant: SQL;
}

/** Whether the grant lets something of the category be told under a relation: by its kind, or because it is about the holder's own record. */
export function tiePredicate(grant: GrantView, category: string, { kind, personRef, isOwn, isMeant }: Tie): SQL {
  return anyOf(grant.reading(category), (entry) => {
    const kinds = entry.when.filter((each) => each in vocabulary.relations);
    const ways = [
      ...(kinds.length === 0 ? [] : [sql`(${kind} IN ${kinds} AND ${isMeant})`]),
      ...(entry.when.some((each) => each in vocabulary.recordRelations) ? [isOwn] : []),
    ];
    return ways.length === 0 ? sql`FALSE` : both(sql`(${sql.join(ways, sql` OR `)})`, noFact(grant, entry, personRef));
  });
}

/**
 * Names of the record facts that stand between the grant and a record of the category, whichever entry is taken. For records
 * that rest on others which have such facts, and have no column of their own for them.
 */
export function recordFactsExcluded(grant: GrantView, category: string): ReadonlySet<string> {
  const perEntry = grant
    .reading(category)
    .map((entry) => new Set(entry.unless.filter((kind) => kind in vocabulary.recordFacts)));
  return perEntry.length === 0 ? new Set() : perEntry.reduce((common, each) => common.intersection(each));
}

/** Whom and what a relation must hold to; under any reference where there is no case. */
interface Tied {
  readonly personRef: SQLWrapper;
  readonly caseRef?: SQLWrapper | undefined;
}

function tied(grant: GrantView, { when }: GrantEntry, to: Tied): SQL {
  if (when.includes(anyRelation)) return sql`TRUE`;
  const kinds = when.filter((kind) => kind in vocabulary.relations);
  return kinds.length === 0 ? sql`FALSE` : holds(grant, to, sql`h.kind IN ${kinds}`);
}

function ownRecord(grant: GrantView, record: RecordType): SQL {
  const owners = record.owners.map((owner) => sql`${columnOf(record, owner)} = ${grant.holder}`);
  return both(sql`(${sql.join(owners, sql` OR `)})`, holds(grant, record.table, sql`TRUE`));
}

function holds(grant: GrantView, { personRef, caseRef }: Tied, condition: SQL): SQL {
  const underCase = caseRef === undefined ? sql`TRUE` : sql`h.case_ref = ${caseRef}`;
  return sql`EXISTS (SELECT 1 FROM ${relationsInForce(grant)} AS h
    WHERE h.person_ref = ${personRef} AND ${underCase} AND ${condition})`;
}

function noRecordFact({ unless }: GrantEntry, record: RecordType): SQL {
  const facts = Object.entries(record.facts).filter(([fact]) => unless.includes(fact));
  return sql.join([sql`TRUE`, ...facts.map(([, column]) => sql`NOT ${columnOf(record, column)}`)], sql` AND `);
}

function noFact(grant: GrantView, entry: GrantEntry, personRef: SQLWrapper): SQL {
  const kinds = entry.unless.filter((kind) => kind in vocabulary.personFacts);
  return kinds.length === 0
    ? sql`TRUE`
    : sql`NOT EXISTS (SELECT 1 FROM ${personFactsInForce(grant)} AS n WHERE n.person_ref = ${personRef} AND n.kind IN ${kinds})`;
}

function inForce(alias: string, date: string): SQL {
  const row = sql.raw(alias);
  return sql`${row}.since <= ${date} AND (${row}.until IS NULL OR ${row}.until >= ${date})`;
}

function both(left: SQL, right: SQL): SQL {
  return sql`(${left} AND ${right})`;
}

function anyOf(entries: readonly GrantEntry[], each: (entry: GrantEntry) => SQL): SQL {
  if (entries.length === 0) return sql`FALSE`;
  return sql`(${sql.join(entries.map(each), sql` OR `)})`;
}
