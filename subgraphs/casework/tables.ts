import { type AnyColumn, sql } from "drizzle-orm";
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
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { oneOf } from "../shell/checks/oneOf.ts";
import { plausible } from "../shell/checks/plausible.ts";
import { provenanceChecks } from "../shell/checks/provenanceChecks.ts";
import { factColumns } from "../shell/tables.ts";
import {
  caseEventKinds,
  caseStates,
  closingOutcomes,
  conductCategories,
  consentStates,
  measureKinds,
  subjectRequestKinds,
  subjectRequestStates,
  subjectRequestSteps,
} from "./codes.ts";

/** Schema that this subgraph alone owns. */
export const caseworkSchema = pgSchema("casework");

/** § 22b PolG NRW, § 14 BKAG: what the police supplied is labelled, or it is not stored. */
function policeDataLabelled(name: string, table: { readonly label: AnyColumn; readonly sourceOffice: AnyColumn }) {
  return check(name, sql`${table.label} IS NOT NULL OR ${table.sourceOffice} !~ '^(POLICE|LKA)_'`);
}

/** Case (Fall). The provenance is that of its latest change; who proposed it stands beside. */
export const caseRecord = caseworkSchema.table(
  "case",
  {
    ...factColumns,
    caseRef: text("case_ref").notNull().unique(),
    state: text({ enum: caseStates }).notNull(),
    rrk: text().notNull(),
    lead: text(),
    openedOn: date("opened_on", { mode: "string" }).notNull(),
    closedOn: date("closed_on", { mode: "string" }),
    ground: text({ enum: ["OFFENCES", "SOCIAL_CONDUCT"] }).notNull(),
    proposedBy: text("proposed_by").notNull(),
    proposalReason: text("proposal_reason").notNull(),
    closingOutcome: text("closing_outcome", { enum: closingOutcomes }),
  },
  (table) => [
    ...provenanceChecks("case", table),
    ...plausible("case", table),
    oneOf("case_state", table.state),
    oneOf("case_ground", table.ground),
    oneOf("case_closing_outcome", table.closingOutcome),
    index("case_by_person").on(table.personRef),
    check("outcome_if_closed", sql`(${table.closingOutcome} IS NOT NULL) = (${table.state} = 'CLOSED')`),
    check("case_period", sql`${table.closedOn} IS NULL OR ${table.closedOn} >= ${table.openedOn}`),
    policeDataLabelled("case_labelled", table),
  ],
);

/** Case and data subject stand on every fact of a case, so that rows can be kept together with their person. */
const caseColumns = {
  ...factColumns,
  caseRef: text("case_ref")
    .notNull()
    .references(() => caseRecord.caseRef),
};

/**
 * History (Verlauf): rows are appended, never changed. `number` counts from 1 in each case. Office, day and instant of the event
 * stand in the provenance. `reason` is what the acting person gave for a step that needs one and has no other place for it.
 */
export const caseEvent = caseworkSchema.table(
  "case_event",
  {
    ...caseColumns,
    number: integer().notNull(),
    eventKind: text("kind", { enum: caseEventKinds }).notNull(),
    by: text().notNull(),
    reason: text(),
  },
  (table) => [
    ...provenanceChecks("case_event", table),
    ...plausible("case_event", table),
    oneOf("case_event_kind", table.eventKind),
    uniqueIndex("case_event_by_number").on(table.caseRef, table.number),
    policeDataLabelled("case_event_labelled", table),
  ],
);

/**
 * Decision on admission (Aufnahmeentscheidung), made on its event date. `followsBand` is set if and only if an assessment was seen.
 * Where two persons decide, it takes effect when the second has confirmed it; one that was returned never did.
 */
export const admissionDecision = caseworkSchema.table(
  "admission_decision",
  {
    ...caseColumns,
    position: integer().notNull(),
    outcome: text({ enum: ["ADMIT", "REJECT"] }).notNull(),
    reason: text().notNull(),
    followsBand: boolean("follows_band"),
    decidedBy: text("decided_by").notNull(),
    seenAssessment: text("seen_assessment"),
    confirmation: text({ enum: ["NOT_REQUIRED", "AWAITED", "CONFIRMED", "RETURNED"] }).notNull(),
    confirmedBy: text("confirmed_by"),
    confirmationReason: text("confirmation_reason"),
  },
  (table) => [
    ...provenanceChecks("admission_decision", table),
    ...plausible("admission_decision", table),
    oneOf("admission_decision_outcome", table.outcome),
    oneOf("admission_decision_confirmation", table.confirmation),
    index("admission_decision_by_case").on(table.caseRef),
    check("another_person_confirms", sql`${table.confirmedBy} <> ${table.decidedBy}`),
    check(
      "confirmed_by_somebody",
      sql`(${table.confirmedBy} IS NOT NULL) = (${table.confirmation} IN ('CONFIRMED', 'RETURNED'))`,
    ),
    check("band_only_if_seen", sql`(${table.followsBand} IS NULL) = (${table.seenAssessment} IS NULL)`),
  ],
);

/** Case conference (Fallkonferenz), held on its event date. */
export const caseConference = caseworkSchema.table(
  "case_conference",
  {
    ...caseColumns,
    position: integer().notNull(),
    participants: text().array().notNull(),
    agenda: text().array().notNull(),
    resolution: text().notNull(),
    minutes: text(),
  },
  (table) => [
    ...provenanceChecks("case_conference", table),
    ...plausible("case_conference", table),
    index("case_conference_by_case").on(table.caseRef),
  ],
);

/** Measure (Maßnahme), added on its event date. */
export const measure = caseworkSchema.table(
  "measure",
  {
    ...caseColumns,
    position: integer().notNull(),
    measureKind: text("kind", { enum: measureKinds }).notNull(),
    office: text().notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    state: text({ enum: ["OPEN", "DONE", "CANCELLED"] }).notNull(),
  },
  (table) => [
    ...provenanceChecks("measure", table),
    ...plausible("measure", table),
    oneOf("measure_kind", table.measureKind),
    oneOf("measure_state", table.state),
    index("measure_by_case").on(table.caseRef),
  ],
);

/**
 * Prosecutor's consent (Einvernehmen), § 72 (4) AufenthG. The answer is a new version: event date and source are then those of
 * the answer. One request an office and case is open at most.
 */
export const prosecutorConsent = caseworkSchema.table(
  "prosecutor_consent",
  {
    ...caseColumns,
    position: integer().notNull(),
    office: text().notNull(),
    state: text({ enum: consentStates }).notNull(),
    requestedOn: date("requested_on", { mode: "string" }),
    answeredOn: date("answered_on", { mode: "string" }),
    plannedMeasure: text("planned_measure", { enum: measureKinds }).notNull(),
  },
  (table) => [
    ...provenanceChecks("prosecutor_consent", table),
    ...plausible("prosecutor_consent", table),
    oneOf("prosecutor_consent_state", table.state),
    oneOf("prosecutor_consent_planned_measure", table.plannedMeasure),
    index("prosecutor_consent_by_case").on(table.caseRef),
    index("prosecutor_consent_by_person").on(table.personRef),
    uniqueIndex("one_open_consent_an_office").on(table.caseRef, table.office).where(sql`${table.state} = 'REQUESTED'`),
    check("answer_after_request", sql`${table.answeredOn} >= ${table.requestedOn}`),
    check("answer_has_date", sql`(${table.answeredOn} IS NOT NULL) = (${table.state} IN ('GIVEN', 'REFUSED'))`),
  ],
);

/** Deadline (Frist). */
export const deadline = caseworkSchema.table(
  "deadline",
  {
    ...caseColumns,
    subject: text().notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    norm: text().notNull(),
  },
  (table) => [
    ...provenanceChecks("deadline", table),
    ...plausible("deadline", table),
    index("deadline_by_case").on(table.caseRef),
  ],
);

/** The tables of facts that belong to one case, the case itself among them. */
export const caseFactTables = [
  caseRecord,
  caseEvent,
  admissionDecision,
  caseConference,
  measure,
  prosecutorConsent,
  deadline,
] as const;

/** Report of conduct (Sozialverhalten-Meldung): an assessment of the reporting office until a reviewer confirmed it. */
export const socialConductReport = caseworkSchema.table(
  "social_conduct_report",
  {
    ...factColumns,
    category: text({ enum: conductCategories }).notNull(),
    reviewed: boolean().notNull(),
  },
  (table) => [
    ...provenanceChecks("social_conduct_report", table),
    ...plausible("social_conduct_report", table),
    oneOf("social_conduct_report_category", table.category),
    index("social_conduct_report_by_person").on(table.personRef),
    policeDataLabelled("social_conduct_report_labelled", table),
  ],
);

/**
 * Working time (Arbeitszeit) of RRK, kind of step and month, in bins of minutes: how many steps, their sum and sum of squares. About no case and no
 * employee; `persons` marks places by which a lower bound of their number is counted (`workingTime/personBit.ts`).
 */
export const workingTime = caseworkSchema.table(
  "working_time",
  {
    rrk: text().notNull(),
    step: text().notNull(),
    month: text().notNull(),
    upTo: integer("up_to_minutes").notNull(),
    steps: integer().notNull(),
    minutes: bigint({ mode: "number" }).notNull(),
    minutesSquared: bigint("minutes_squared", { mode: "number" }).notNull(),
    persons: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.rrk, table.step, table.month, table.upTo] }),
    check("working_time_month", sql`${table.month} ~ '^\\d{4}-\\d{2}$'`),
    check(
      "working_time_counted",
      sql`${table.steps} > 0 AND ${table.minutes} BETWEEN ${table.steps} AND ${table.steps} * ${table.upTo}`,
    ),
  ],
);

/** Request of the person concerned (Antrag der betroffenen Person), received on its event date. */
export const subjectRequest = caseworkSchema.table(
  "subject_request",
  {
    ...factColumns,
    requestKind: text("kind", { enum: subjectRequestKinds }).notNull(),
    state: text({ enum: subjectRequestStates }).notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    draftedBy: text("drafted_by"),
    checkedBy: text("checked_by"),
    signedBy: text("signed_by"),
    forwardedTo: text("forwarded_to"),
  },
  (table) => [
    ...provenanceChecks("subject_request", table),
    oneOf("subject_request_kind", table.requestKind),
    oneOf("subject_request_state", table.state),
    index("subject_request_by_person").on(table.personRef),
    check("another_person_checks", sql`${table.checkedBy} <> ${table.draftedBy}`),
    check("another_person_signs", sql`${table.signedBy} <> ${table.draftedBy}`),
  ],
);

/** What was done with a request, on its event date: rows are appended, never changed. `number` counts from 1 in each request. */
export const subjectRequestEvent = caseworkSchema.table(
  "subject_request_event",
  {
    ...factColumns,
    request: text()
      .notNull()
      .references(() => subjectRequest.factId),
    number: integer().notNull(),
    step: text({ enum: subjectRequestSteps }).notNull(),
    by: text().notNull(),
    note: text().notNull(),
  },
  (table) => [
    ...provenanceChecks("subject_request_event", table),
    oneOf("subject_request_event_step", table.step),
    uniqueIndex("subject_request_event_by_number").on(table.request, table.number),
  ],
);

/** Every table of this subgraph, by its name in the database. */
export const caseworkTables = {
  case: caseRecord,
  case_event: caseEvent,
  admission_decision: admissionDecision,
  case_conference: caseConference,
  measure,
  prosecutor_consent: prosecutorConsent,
  deadline,
  social_conduct_report: socialConductReport,
  working_time: workingTime,
  subject_request: subjectRequest,
  subject_request_event: subjectRequestEvent,
} as const;
