import { date, index, integer, jsonb, pgSchema, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { OperationEntry } from "../../schema/accessLogFormat.ts";

/** Index of the access log. The log's files are the record; these tables can be dropped and filled again from them. */
export const auditSchema = pgSchema("audit");

/** One request that is on record. Columns as in the log's operation entry. */
export const operation = auditSchema.table(
  "operation",
  {
    id: text().primaryKey(),
    at: timestamp({ mode: "string", withTimezone: true, precision: 3 }).notNull(),
    recordedAt: timestamp("recorded_at", { mode: "string", withTimezone: true, precision: 3 }).notNull(),
    questionDate: date("question_date", { mode: "string" }).notNull(),
    outcome: text({ enum: ["ANSWERED", "ATTEMPTED", "REFUSED"] }).notNull(),
    refusalCode: text("refusal_code"),
    actor: text().notNull(),
    responsiblePerson: text("responsible_person").notNull(),
    office: text().notNull(),
    role: text().notNull(),
    purpose: text(),
    purposeCode: text("purpose_code"),
    caseRef: text("case_ref"),
    reason: text(),
    operationKind: text("operation_kind", { enum: ["query", "mutation"] }).notNull(),
    operationName: text("operation_name"),
    operationHash: text("operation_hash").notNull(),
    policyVersion: text("policy_version").notNull(),
    /** Coordinates that a subject's positions refer to. */
    coordinates: text().array().notNull(),
    /** Rule ids of each coordinate, in the same order. */
    rules: jsonb().$type<readonly (readonly string[])[]>().notNull(),
    withheld: jsonb().$type<OperationEntry["withheld"]>().notNull(),
    tested: text().array().notNull(),
    combined: text().array().notNull(),
    /** Where the entry stands in the log: instance, segment and line. */
    instance: text().notNull(),
    file: text().notNull(),
    line: integer().notNull(),
  },
  (table) => [
    index("operation_by_time").on(table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_by_actor").on(table.actor, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_by_office").on(table.office, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_by_case").on(table.caseRef, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("operation_by_coordinate").using("gin", table.coordinates),
  ],
);

/** What an operation disclosed of one data subject. */
export const subject = auditSchema.table(
  "subject",
  {
    operationId: text("operation_id")
      .notNull()
      .references(() => operation.id),
    /** Place among the operation's subjects, from 0. */
    place: integer().notNull(),
    /** Null: what concerns no single person. */
    personRef: text("person_ref"),
    /** Positions, from 0, in the operation's `coordinates`. */
    positions: integer().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.place] }),
    index("subject_by_person").on(table.personRef, table.operationId),
  ],
);

/** How far an instance of the log is indexed: behind a commit of one of its segments. */
export const indexed = auditSchema.table("indexed", {
  instance: text().primaryKey(),
  file: text().notNull(),
  bytes: integer().notNull(),
  lines: integer().notNull(),
  last: text().notNull(),
});
