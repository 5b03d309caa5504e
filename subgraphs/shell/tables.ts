import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { oneOf } from "./checks/oneOf.ts";

/** Schema that every subgraph may read: who stands in which relation to whom. GraphQL does not show it. */
export const directory = pgSchema("directory");

/**
 * An office's relation to a person. `caseRef` is the case or file reference under which the office knows the person:
 * a case of the Fallmanagement, or the office's own file reference. Both dates are inclusive; `until` null: open. One that ends at
 * once, as with a hand-over, ends with the day before; on the day on which it began it then never held.
 */
export const relation = directory.table(
  "relation",
  {
    office: text().notNull(),
    personRef: text("person_ref").notNull(),
    kind: text().notNull(),
    caseRef: text("case_ref").notNull(),
    since: date({ mode: "string" }).notNull(),
    until: date({ mode: "string" }),
  },
  (table) => [
    primaryKey({ columns: [table.office, table.personRef, table.kind, table.caseRef, table.since] }),
    index("relation_by_case").on(table.caseRef, table.office),
    index("relation_by_person").on(table.personRef),
    check("relation_period", sql`${table.until} IS NULL OR ${table.until} >= ${table.since} - 1`),
  ],
);

/** A fact of a person that a prohibition can name (`schema/relations.yaml`, personFacts). Both dates are inclusive. */
export const personFact = directory.table(
  "person_fact",
  {
    personRef: text("person_ref").notNull(),
    kind: text().notNull(),
    since: date({ mode: "string" }).notNull(),
    until: date({ mode: "string" }),
  },
  (table) => [primaryKey({ columns: [table.personRef, table.kind, table.since] })],
);

/**
 * Ends of versions of facts, each as `factId@version`: the first day on which the version no longer holds, because it is corrected,
 * erased or over. Written by the subgraph that owns the fact, in the transaction that ends it, or once the end is known beforehand.
 * What rests on a version learns here that it has ended; of the fact it says nothing. A version without a row has no known end.
 */
export const factEnd = directory.table("fact_end", {
  reference: text().primaryKey(),
  endsOn: date("ends_on", { mode: "string" }).notNull(),
});

/**
 * Cases drawn for an own estimate before the score is seen (eigene Einschätzung zuerst). Casework draws when a case is proposed; scoring
 * keeps the score closed.
 */
export const estimateDraw = directory.table("estimate_draw", { caseRef: text("case_ref").primaryKey() });

/** The one key of the draw, hexadecimal. Whoever has it can draw again; whoever has not cannot tell beforehand. */
export const drawKey = directory.table(
  "draw_key",
  { id: integer().primaryKey().default(1), key: text().notNull() },
  (table) => [check("draw_key_is_one", sql`${table.id} = 1`)],
);

/** That an assessment was kept for a case, by its id: nothing of what it says. Written by scoring in the transaction that keeps it. */
export const keptAssessment = directory.table(
  "kept_assessment",
  { factId: text("fact_id").primaryKey(), caseRef: text("case_ref").notNull() },
  (table) => [index("kept_assessment_by_case").on(table.caseRef)],
);

/**
 * Which part a member of the staff, by staff id, had in the rating of a case: gave an own estimate, opened a score, kept an assessment, rated
 * blind, decided or confirmed. Held against the person, whatever roles that person's tokens have. Written by the subgraph in which the
 * part is played; no score and no outcome stands here.
 */
export const casePart = directory.table(
  "case_part",
  {
    caseRef: text("case_ref").notNull(),
    person: text().notNull(),
    part: text({ enum: ["ESTIMATED", "OPENED_SCORE", "KEPT_ASSESSMENT", "RATED_BLIND", "DECIDED"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseRef, table.person, table.part] }), oneOf("case_part_part", table.part)],
);

/** The one day up to which what a date brings was done and told; written by the owner alone (`keptDay`). */
export const keptUpDay = directory.table(
  "kept_up_day",
  { id: integer().primaryKey().default(1), day: date({ mode: "string" }).notNull() },
  (table) => [check("kept_up_day_is_one", sql`${table.id} = 1`)],
);

/**
 * News (Mitteilungsanlass): that something happened which other offices may have to know, never its content. Whoever owns the fact writes the
 * row in the fact's transaction, and can read none; casework alone reads them. `occasion` names the event, so that it is told once however
 * often it is found. `number` is the order in which transactions ended, given by the database as they end: whoever has read up to one
 * misses nothing below it. Only offices that stood in a relation on the day `on` are told.
 */
export const news = directory.table(
  "news",
  {
    occasion: text().primaryKey(),
    number: bigint({ mode: "number" }),
    /** `NoticeKind` of the contract. */
    kind: text().notNull(),
    personRef: text("person_ref").notNull(),
    /** The case in which it happened; null: it is about the person, whatever the reference. */
    caseRef: text("case_ref"),
    /** Relations whose offices it is news to; null: whichever the rules name. */
    tells: text().array(),
    /** Offices whose own record it is about. */
    owners: text().array().notNull().default([]),
    /** Office that did it, and need not be told; null where a date brought it. */
    source: text(),
    /** Version of the fact that it tells of, as the access log names it; null for a step of a case. */
    factReference: text("fact_reference"),
    on: date({ mode: "string" }).notNull(),
    at: timestamp({ mode: "string", withTimezone: true }).notNull(),
    /** Last day on which it is told: news is no archive. */
    keptUntil: date("kept_until", { mode: "string" }).notNull(),
  },
  (table) => [index("news_in_order").on(table.number), index("news_of_person").on(table.personRef)],
);

/**
 * That a version of a fact was corrected, restricted, released from that or erased, for those to whom it was disclosed. Written by the database in the
 * transaction that does it; the audit subgraph alone reads it. Names the fact by its id, and nobody.
 */
export const factChange = directory.table(
  "fact_change",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text({ enum: ["CORRECTED", "RESTRICTED", "RELEASED", "ERASED"] }).notNull(),
    factId: text("fact_id").notNull(),
    /** The version that no longer holds, or may no longer be processed, or again may. */
    version: integer().notNull(),
    /** Office that supplied it. */
    sourceOffice: text("source_office").notNull(),
    at: timestamp({ mode: "string", withTimezone: true }).notNull(),
  },
  (table) => [index("fact_change_of_fact").on(table.factId)],
);

/**
 * Whom a ticket stands for. An office announces a person by names and dates (`announcePersons`), gets a random ticket and sends its facts
 * with that: `immigration` alone writes here, in the transaction that links, queues or creates the person; all others read. While a ticket
 * is UNDECIDED its facts are parked by whom they were sent to; DECIDED names the person; WITHDRAWN never will, and what is parked is
 * destroyed. A decision can be changed: `version` grows by one with each, and whoever keeps facts by ticket moves them to the person that
 * stands here now, or parks them again where none does.
 */
export const personTicket = directory.table(
  "person_ticket",
  {
    ticket: text().primaryKey(),
    /** Office that announced the person: a ticket is of use to it alone. */
    office: text().notNull(),
    personRef: text("person_ref"),
    state: text({ enum: ["UNDECIDED", "DECIDED", "WITHDRAWN"] }).notNull(),
    version: integer().notNull().default(1),
    issuedAt: timestamp("issued_at", { mode: "string", withTimezone: true }).notNull(),
    /** Instant of the latest decision; null where there was none. */
    decidedAt: timestamp("decided_at", { mode: "string", withTimezone: true }),
  },
  (table) => [
    index("person_ticket_by_person").on(table.personRef),
    index("person_ticket_by_decision").on(table.decidedAt),
    check("person_ticket_decided", sql`(${table.state} = 'DECIDED') = (${table.personRef} IS NOT NULL)`),
  ],
);

/**
 * Merges of two persons on file who are one: facts about `fromRef` are about `intoRef` from then on. `immigration` alone writes here. The database
 * moves what all subgraphs hold about the person in the same transaction, each fact as a new version, and back where the merge is undone
 * (`mergeFunctions`); facts that came by ticket follow their ticket.
 */
export const personMerge = directory.table(
  "person_merge",
  {
    id: text().primaryKey(),
    fromRef: text("from_ref").notNull(),
    intoRef: text("into_ref").notNull(),
    mergedAt: timestamp("merged_at", { mode: "string", withTimezone: true }).notNull(),
    /** Date of the question on which it was decided. */
    mergedOn: date("merged_on", { mode: "string" }).notNull(),
    /** Null while the merge stands. */
    undoneAt: timestamp("undone_at", { mode: "string", withTimezone: true }),
    /** Date of the question on which it was undone; null while it stands. */
    undoneOn: date("undone_on", { mode: "string" }),
  },
  (table) => [
    index("person_merge_from").on(table.fromRef),
    index("person_merge_into").on(table.intoRef),
    check("person_merge_undone", sql`(${table.undoneAt} IS NULL) = (${table.undoneOn} IS NULL)`),
  ],
);

/**
 * Columns that every table of facts has: the fact's provenance, non-null in storage where § 73 BDSG (as model) and
 * AufenthV ask for it. The primary key is (`factId`, `version`)-independent: one row is the version in force.
 */
export const factColumns = {
  factId: text("fact_id").primaryKey(),
  personRef: text("person_ref").notNull(),
  version: integer().notNull().default(1),
  sourceOffice: text("source_office").notNull(),
  sourceFileRef: text("source_file_ref").notNull(),
  eventDate: date("event_date", { mode: "string" }).notNull(),
  recordedAt: timestamp("recorded_at", { mode: "string", withTimezone: true }).notNull(),
  lastChangedAt: timestamp("last_changed_at", { mode: "string", withTimezone: true }).notNull(),
  deleteBy: date("delete_by", { mode: "string" }),
  label: text(),
  kind: text("provenance_kind", { enum: ["FACT", "ASSESSMENT"] }).notNull(),
  evidenceHolder: text("evidence_holder"),
  subjectCategory: text("subject_category", { enum: ["CONVICTED", "SUSPECTED", "OTHER"] }).notNull(),
  restricted: boolean().notNull().default(false),
  legalBasis: text("legal_basis").notNull(),
  /** Keyed MAC of this version, for the access log: the store makes it (`factTags.ts`), whatever is given. It tells nothing of a value. */
  tag: text().notNull().default(""),
} as const;
