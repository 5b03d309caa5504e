import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgSchema, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { oneOf } from "../shell/checks/oneOf.ts";
import { provenanceChecks } from "../shell/checks/provenanceChecks.ts";
import { factColumns } from "../shell/tables.ts";
import { bands } from "./catalogue/bands.ts";
import type { Assessment } from "./engine/Assessment.ts";
import type { ReducedFact } from "./engine/ReducedFact.ts";

/** Schema that scoring alone owns. */
export const scoringSchema = pgSchema("scoring");

/**
 * Assessments kept for the file. A row is whole: it can be shown and worked out again without any other. Never changed.
 * Its event date is the date of the question, `recordedAt` the instant of keeping. Pseudonym and evaluation reference stand in
 * for person and row towards the evaluation.
 */
export const recordedAssessment = scoringSchema.table(
  "recorded_assessment",
  {
    ...factColumns,
    caseRef: text("case_ref").notNull(),
    recordedBy: text("recorded_by").notNull(),
    expiresOn: date("expires_on", { mode: "string" }).notNull(),
    band: text({ enum: bands }),
    catalogueVersion: text("catalogue_version").notNull(),
    assessment: jsonb().$type<Assessment>().notNull(),
    inputs: jsonb().$type<readonly ReducedFact[]>().notNull(),
    /** Versions of facts behind the inputs, each as `factId@version`. Once one ends, the assessment is stale. */
    restsOn: text("rests_on").array().notNull(),
    pseudonym: text().notNull(),
    evaluationRef: text("evaluation_ref").notNull(),
  },
  (table) => [
    ...provenanceChecks("recorded_assessment", table),
    oneOf("recorded_assessment_band", table.band),
    index("recorded_assessment_by_case").on(table.caseRef, table.eventDate, table.recordedAt, table.factId),
    index("recorded_assessment_by_pseudonym").on(table.pseudonym, table.evaluationRef),
  ],
);

/** A person's own estimate of a case (eigene Einschätzung): one a person and case, never changed. */
export const ownEstimate = scoringSchema.table(
  "own_estimate",
  {
    ...factColumns,
    caseRef: text("case_ref").notNull(),
    person: text().notNull(),
    band: text({ enum: bands }).notNull(),
    reason: text().notNull(),
  },
  (table) => [
    ...provenanceChecks("own_estimate", table),
    oneOf("own_estimate_band", table.band),
    uniqueIndex("one_own_estimate_a_person").on(table.caseRef, table.person),
  ],
);

/**
 * A second rater's band for a case, given without knowing the first (verblindete Zweitbewertung): one a rater and case, never
 * changed. `evaluationRef` is that of the kept assessment it stands beside.
 */
export const blindRating = scoringSchema.table(
  "blind_rating",
  {
    ...factColumns,
    caseRef: text("case_ref").notNull(),
    rater: text().notNull(),
    band: text({ enum: bands }).notNull(),
    reason: text().notNull(),
    evaluationRef: text("evaluation_ref").notNull(),
  },
  (table) => [
    ...provenanceChecks("blind_rating", table),
    oneOf("blind_rating_band", table.band),
    uniqueIndex("one_blind_rating_a_rater").on(table.caseRef, table.rater),
    index("blind_rating_by_evaluation_ref").on(table.evaluationRef),
  ],
);

/**
 * Acts by which scoring with a catalogue version was suspended or resumed (Aussetzung, Wiederaufnahme): rows are appended, never
 * changed, and concern no person. `number` counts the acts on a version from 1; of those whose `eventDate` (date of the question) has come,
 * the last counts.
 */
export const catalogueAct = scoringSchema.table(
  "catalogue_act",
  {
    id: text().primaryKey(),
    catalogueVersion: text("catalogue_version").notNull(),
    number: integer().notNull(),
    act: text({ enum: ["SUSPENDED", "RESUMED"] }).notNull(),
    office: text().notNull(),
    by: text().notNull(),
    reason: text().notNull(),
    eventDate: date("event_date", { mode: "string" }).notNull(),
    recordedAt: timestamp("recorded_at", { mode: "string", withTimezone: true }).notNull(),
    legalBasis: text("legal_basis").notNull(),
  },
  (table) => [
    oneOf("catalogue_act_act", table.act),
    uniqueIndex("catalogue_act_by_number").on(table.catalogueVersion, table.number),
  ],
);

/** The one key of the pseudonyms towards the evaluation, hexadecimal. Whoever deletes it cuts the evaluation off the persons. */
export const evaluationKey = scoringSchema.table(
  "evaluation_key",
  { id: integer().primaryKey().default(1), key: text().notNull() },
  (table) => [check("evaluation_key_is_one", sql`${table.id} = 1`)],
);
