import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { type DecisionEntry, processingKinds, type SubjectEntry } from "../../schema/accessLogFormat.ts";
import { keyKinds } from "../../schema/accessLogKeys.ts";

/** Index of the access log. The log's files are the record; these tables can be dropped and filled again from them, but where one says otherwise. */
export const auditSchema = pgSchema("audit");

/** Instants of the log, as they stand in it. */
const instant = (name: string) => timestamp(name, { mode: "string", withTimezone: true, precision: 3 }).notNull();

/** Where an entry stands in the log. */
const placeColumns = {
  /** `<instance>/<shard>`. */
  shard: text().notNull(),
  file: text().notNull(),
  line: integer().notNull(),
  /** Index in the shard's tree. */
  leaf: integer().notNull(),
} as const;

/** What was decided of operations: columns as in the log's decision entry. */
export const decision = auditSchema.table(
  "decision",
  {
    id: text().primaryKey(),
    policyVersion: text("policy_version").notNull(),
    /** Coordinates that were allowed; positions of operations and subjects, from 0, point to them. */
    coordinates: text().array().notNull(),
    /** Rule ids of each coordinate, in the same order. */
    rules: jsonb().$type<readonly (readonly string[])[]>().notNull(),
    withheld: jsonb().$type<DecisionEntry["withheld"]>().notNull(),
    tested: text().array().notNull(),
    combined: text().array().notNull(),
  },
  (table) => [
    index("decision_by_coordinate").using("gin", table.coordinates),
    index("decision_by_tested").using("gin", table.tested),
  ],
);

/** Where a decision first stands in each shard. */
export const decisionPlace = auditSchema.table(
  "decision_place",
  { decisionId: text("decision_id").notNull(), ...placeColumns },
  (table) => [primaryKey({ columns: [table.shard, table.decisionId] })],
);

/** One request that is on record. Columns as in the log's operation entry. */
export const operation = auditSchema.table(
  "operation",
  {
    id: text().primaryKey(),
    at: instant("at"),
    recordedAt: instant("recorded_at"),
    questionDate: date("question_date", { mode: "string" }).notNull(),
    outcome: text({ enum: ["ANSWERED", "ATTEMPTED", "REFUSED"] }).notNull(),
    refusalCode: text("refusal_code"),
    /** Requests that it stands for. */
    count: integer().notNull(),
    kinds: text({ enum: processingKinds }).array().notNull(),
    actor: text().notNull(),
    responsiblePerson: text("responsible_person").notNull(),
    office: text().notNull(),
    role: text().notNull(),
    recipient: text(),
    purpose: text(),
    purposeCode: text("purpose_code"),
    /** Tokens of the key table. */
    caseToken: text("case_token"),
    askedCaseTokens: text("asked_case_tokens").array().notNull(),
    reasonToken: text("reason_token"),
    operationName: text("operation_name"),
    operationHash: text("operation_hash"),
    document: text(),
    policyVersion: text("policy_version").notNull(),
    catalogueVersion: text("catalogue_version"),
    decisionId: text("decision_id").references(() => decision.id),
    /** Positions, from 0, in the decision's `withheld`. */
    withheld: integer().array().notNull(),
    /** Coordinates that the gateway held back in a subgraph's place. */
    incidents: text().array().notNull(),
    trace: text(),
    ...placeColumns,
  },
  (table) => [
    index("operation_by_time").on(table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_by_actor").on(table.actor, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_by_office").on(table.office, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_by_case").on(table.caseToken, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_by_asked_case").using("gin", table.askedCaseTokens).where(sql`${table.askedCaseTokens} <> '{}'`),
    index("operation_by_purpose").on(table.purpose, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_by_refusal")
      .on(table.refusalCode, table.at.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.refusalCode} IS NOT NULL`),
    index("operation_by_outcome").on(table.outcome, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_with_incidents")
      .on(table.at.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.incidents} <> '{}'`),
    index("operation_by_place").on(table.shard, table.leaf),
    index("operation_by_decision").on(table.decisionId, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
  ],
);

/** What an operation disclosed of one data subject. */
export const subject = auditSchema.table(
  "subject",
  {
    operationId: text("operation_id")
      .notNull()
      .references(() => operation.id),
    /** Place among the operation's subject entries, from 0. */
    place: integer().notNull(),
    /** Token of the key table; null: what concerns no single person. */
    token: text(),
    /** Positions, from 0, in the decision's `coordinates`: disclosed, and withheld on a record of this subject. */
    positions: integer().array().notNull(),
    withheld: integer().array().notNull(),
    facts: jsonb().$type<SubjectEntry["facts"]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.place] }),
    index("subject_by_token").on(table.token, table.operationId),
  ],
);

/** Somebody who could not be identified. Columns as in the log's identification entry. */
export const identification = auditSchema.table(
  "identification",
  {
    id: text().primaryKey(),
    at: instant("at"),
    recordedAt: instant("recorded_at"),
    code: text().notNull(),
    count: integer().notNull(),
    trace: text(),
    ...placeColumns,
  },
  (table) => [index("identification_by_time").on(table.at.desc().nullsFirst(), table.id.desc().nullsFirst())],
);

/** Rows of key tables that were erased, by order. Columns as in the log's erasure entry. */
export const erasure = auditSchema.table("erasure", {
  id: text().primaryKey(),
  at: instant("at"),
  recordedAt: instant("recorded_at"),
  actor: text().notNull(),
  because: text().notNull(),
  tokens: text().array().notNull(),
  ...placeColumns,
});

/** Rows of the key tables: what a token stands for. A row that is erased from its file is erased here. */
export const keyRow = auditSchema.table(
  "key_row",
  {
    token: text().primaryKey(),
    kind: text({ enum: keyKinds }).notNull(),
    value: text().notNull(),
    shard: text().notNull(),
    file: text().notNull(),
  },
  (table) => [
    index("key_row_by_value").on(table.kind, table.value),
    index("key_row_by_file").on(table.shard, table.file),
  ],
);

/** Verdicts on accesses of weekly samples. No part of the index: whoever drops that leaves these. */
export const accessReview = auditSchema.table(
  "access_review",
  {
    id: text().primaryKey(),
    /** Id of the access's operation; no reference, because the index may be dropped meanwhile. */
    operationId: text("operation_id").notNull(),
    /** Its shard: the verdict goes when that ends. */
    shard: text().notNull(),
    verdict: text({ enum: ["ACCEPT", "ASK", "ESCALATE"] }).notNull(),
    reason: text().notNull(),
    reviewer: text().notNull(),
    at: instant("at"),
  },
  (table) => [index("access_review_by_operation").on(table.operationId, table.at)],
);

/**
 * Register of recipients (Empfängerverzeichnis): to which office which version of a fact was disclosed, folded from the log. No part of the
 * index: it outlives the log's shards, and ends with the fact. It names no person.
 */
export const factRecipient = auditSchema.table(
  "fact_recipient",
  {
    factId: text("fact_id").notNull(),
    version: integer().notNull(),
    office: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.factId, table.version, table.office] })],
);

/** Correction notices (Berichtigungsmitteilungen), one for each change of a fact and each office that is to be told. */
export const correctionNotice = auditSchema.table(
  "correction_notice",
  {
    id: text().primaryKey(),
    /** Row of `directory.fact_change`. */
    changeId: bigint("change_id", { mode: "number" }).notNull(),
    kind: text({ enum: ["CORRECTED", "RESTRICTED", "RELEASED", "ERASED"] }).notNull(),
    factId: text("fact_id").notNull(),
    /** The version that the office was last given, or supplied. */
    version: integer().notNull(),
    office: text().notNull(),
    at: instant("at"),
    /** Null while it is outstanding. Who acknowledged it stands in the access log. */
    acknowledgedAt: timestamp("acknowledged_at", { mode: "string", withTimezone: true, precision: 3 }),
  },
  (table) => [
    uniqueIndex("correction_notice_of_change").on(table.changeId, table.office),
    index("correction_notice_outstanding")
      .on(table.office, table.changeId, table.id)
      .where(sql`${table.acknowledgedAt} IS NULL`),
  ],
);

/** How far a shard's journal is indexed: behind a commit of one of its segments. */
export const indexed = auditSchema.table("indexed", {
  shard: text().primaryKey(),
  file: text().notNull(),
  bytes: integer().notNull(),
  lines: integer().notNull(),
  last: text().notNull(),
  leaves: integer().notNull(),
});

/** How far a file of a key table is indexed. */
export const indexedKeys = auditSchema.table(
  "indexed_keys",
  { shard: text().notNull(), file: text().notNull(), bytes: integer().notNull() },
  (table) => [primaryKey({ columns: [table.shard, table.file] })],
);
