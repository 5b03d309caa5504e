import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { factColumns } from "../shell/tables.ts";
import { caseEventKinds, caseStates, conductCategories, consentStates, measureKinds } from "./codes.ts";

/** Schema that this subgraph alone owns. */
export const caseworkSchema = pgSchema("casework");

/** Numbers of cases that are proposed while the system runs; synthetic cases stay below. */
export const caseNumber = caseworkSchema.sequence("case_number", { startWith: 100_000 });

/** Case (Fall). */
export const caseRecord = caseworkSchema.table(
  "case",
  {
    caseRef: text("case_ref").primaryKey(),
    personRef: text("person_ref").notNull(),
    state: text({ enum: caseStates }).notNull(),
    rrk: text().notNull(),
    lead: text(),
    openedOn: date("opened_on", { mode: "string" }).notNull(),
    closedOn: date("closed_on", { mode: "string" }),
    ground: text({ enum: ["OFFENCES", "SOCIAL_CONDUCT"] }).notNull(),
    proposedBy: text("proposed_by").notNull(),
    proposalReason: text("proposal_reason").notNull(),
  },
  (table) => [
    index("case_by_person").on(table.personRef),
    check("case_period", sql`${table.closedOn} IS NULL OR ${table.closedOn} >= ${table.openedOn}`),
  ],
);

/** Case and data subject stand on every row, so that rows can be kept together with their person. */
const caseColumns = {
  caseRef: text("case_ref")
    .notNull()
    .references(() => caseRecord.caseRef),
  personRef: text("person_ref").notNull(),
};

/** History (Verlauf): rows are appended, never changed. `number` counts from 1 in each case. */
export const caseEvent = caseworkSchema.table(
  "case_event",
  {
    ...caseColumns,
    number: integer().notNull(),
    at: timestamp({ mode: "string", withTimezone: true }).notNull(),
    on: date({ mode: "string" }).notNull(),
    kind: text({ enum: caseEventKinds }).notNull(),
    office: text().notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseRef, table.number] })],
);

/** Decision on admission (Aufnahmeentscheidung). `followsBand` is set if and only if an assessment was seen. */
export const admissionDecision = caseworkSchema.table(
  "admission_decision",
  {
    id: text().primaryKey(),
    ...caseColumns,
    position: integer().notNull(),
    outcome: text({ enum: ["ADMIT", "REJECT"] }).notNull(),
    reason: text().notNull(),
    followsBand: boolean("follows_band"),
    decidedBy: text("decided_by").notNull(),
    decidedOn: date("decided_on", { mode: "string" }).notNull(),
    seenAssessment: text("seen_assessment"),
  },
  (table) => [
    index("admission_decision_by_case").on(table.caseRef),
    check("band_only_if_seen", sql`(${table.followsBand} IS NULL) = (${table.seenAssessment} IS NULL)`),
  ],
);

/** Case conference (Fallkonferenz). */
export const caseConference = caseworkSchema.table(
  "case_conference",
  {
    id: text().primaryKey(),
    ...caseColumns,
    position: integer().notNull(),
    on: date({ mode: "string" }).notNull(),
    participants: text().array().notNull(),
    resolution: text().notNull(),
  },
  (table) => [index("case_conference_by_case").on(table.caseRef)],
);

/** Measure (Maßnahme). */
export const measure = caseworkSchema.table(
  "measure",
  {
    id: text().primaryKey(),
    ...caseColumns,
    position: integer().notNull(),
    kind: text({ enum: measureKinds }).notNull(),
    office: text().notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    state: text({ enum: ["OPEN", "DONE", "CANCELLED"] }).notNull(),
  },
  (table) => [index("measure_by_case").on(table.caseRef)],
);

/**
 * Prosecutor's consent (Einvernehmen), § 72 (4) AufenthG. `version` counts from 1 and rises with the answer; `recordedOn`
 * is the day of the last change. One request an office and case is open at most.
 */
export const prosecutorConsent = caseworkSchema.table(
  "prosecutor_consent",
  {
    id: text().primaryKey(),
    ...caseColumns,
    position: integer().notNull(),
    version: integer().notNull(),
    office: text().notNull(),
    state: text({ enum: consentStates }).notNull(),
    requestedOn: date("requested_on", { mode: "string" }),
    answeredOn: date("answered_on", { mode: "string" }),
    recordedOn: date("recorded_on", { mode: "string" }).notNull(),
    plannedMeasure: text("planned_measure", { enum: measureKinds }).notNull(),
  },
  (table) => [
    index("prosecutor_consent_by_case").on(table.caseRef),
    index("prosecutor_consent_by_person").on(table.personRef),
    uniqueIndex("one_open_consent_an_office").on(table.caseRef, table.office).where(sql`${table.state} = 'REQUESTED'`),
    check("answer_has_date", sql`(${table.answeredOn} IS NOT NULL) = (${table.state} IN ('GIVEN', 'REFUSED'))`),
  ],
);

/** Deadline (Frist). */
export const deadline = caseworkSchema.table(
  "deadline",
  {
    id: text().primaryKey(),
    ...caseColumns,
    subject: text().notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    norm: text().notNull(),
  },
  (table) => [index("deadline_by_case").on(table.caseRef)],
);

/** Report of conduct (Sozialverhalten-Meldung): an assessment of the reporting office until a reviewer confirmed it. */
export const socialConductReport = caseworkSchema.table(
  "social_conduct_report",
  {
    ...factColumns,
    category: text({ enum: conductCategories }).notNull(),
    reviewed: boolean().notNull(),
  },
  (table) => [
    index("social_conduct_report_by_person").on(table.personRef),
    check("police_data_labelled", sql`${table.label} IS NOT NULL OR ${table.sourceOffice} !~ '^(POLICE|LKA)_'`),
  ],
);
