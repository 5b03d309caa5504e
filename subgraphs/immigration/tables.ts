import { type AnyColumn, sql } from "drizzle-orm";
import { boolean, check, date, index, integer, text, uniqueIndex } from "drizzle-orm/pg-core";
import { ledger } from "../shell/intake/ledger.ts";
import { factColumns } from "../shell/tables.ts";
import { immigrationSchema } from "./immigrationSchema.ts";

export { immigrationSchema } from "./immigrationSchema.ts";
export * from "./linkage/tables.ts";

/** No end lies before its beginning. Either may be open. */
function ordered(name: string, beginning: AnyColumn, end: AnyColumn) {
  return check(name, sql`${end} >= ${beginning}`);
}

/**
 * A person on file. `eventDate` is the day the file was opened. Names and date of birth are null where the identity is not known.
 * `familyNameKey` is the family name as `familyNameKey()` folds it: the list is ordered and searched by it.
 */
export const person = immigrationSchema.table(
  "person",
  {
    ...factColumns,
    familyName: text("family_name"),
    familyNameKey: text("family_name_key").notNull(),
    birthName: text("birth_name"),
    givenNames: text("given_names"),
    /** Null where not the whole day is known. */
    dateOfBirth: date("date_of_birth", { mode: "string" }),
    /** `YYYY-MM` or `YYYY`, where that is all that is known of the date of birth; else null. */
    dateOfBirthPart: text("date_of_birth_part"),
    placeOfBirth: text("place_of_birth"),
    /** ISO 3166-1 alpha-3. */
    citizenships: text().array().notNull(),
    /** List `geschlecht`. */
    sex: text(),
    religion: text(),
    /** Null until the register has given one. */
    azrNumber: text("azr_number"),
    competentAuthority: text("competent_authority").notNull(),
    /** File reference of the competent authority; null until it has given one. */
    fileRef: text("file_ref"),
    /** By citizenship alone: whether the right of free movement was lost stands in `expulsion`. */
    regimeByCitizenship: text("regime_by_citizenship", {
      enum: ["THIRD_COUNTRY", "UNION_CITIZEN", "GERMAN"],
    }).notNull(),
  },
  (table) => [
    uniqueIndex("person_by_ref").on(table.personRef),
    uniqueIndex("person_by_azr_number").on(table.azrNumber),
    index("person_by_family_name").on(table.familyNameKey, table.personRef),
    index("person_by_authority").on(table.competentAuthority, table.personRef),
    check("person_birth_once", sql`${table.dateOfBirth} IS NULL OR ${table.dateOfBirthPart} IS NULL`),
  ],
);

/** Transfer block (Übermittlungssperre); list `uebermittlungssperre`. */
export const transferBlock = immigrationSchema.table(
  "transfer_block",
  { ...factColumns, code: text().notNull() },
  (table) => [index("transfer_block_of_person").on(table.personRef)],
);

/** Residence status (Aufenthaltsstatus) since its event date; list `aufenthaltsstatus`. `validUntil` null: unlimited. */
export const residenceStatus = immigrationSchema.table(
  "residence_status",
  { ...factColumns, code: text().notNull(), validUntil: date("valid_until", { mode: "string" }) },
  (table) => [
    index("residence_status_of_person").on(table.personRef),
    ordered("residence_status_period", table.eventDate, table.validUntil),
  ],
);

/** Obligation to leave (Ausreisepflicht) since its event date; also that there is none. `finality` null: no act to become final. */
export const obligationToLeave = immigrationSchema.table(
  "obligation_to_leave",
  {
    ...factColumns,
    exists: boolean().notNull(),
    enforceable: boolean().notNull(),
    finality: text({ enum: ["NOT_FINAL", "FINAL"] }),
  },
  (table) => [index("obligation_to_leave_of_person").on(table.personRef)],
);

/** Expulsion or loss finding (Ausweisung, Verlustfeststellung); list `ausweisung`. */
export const expulsion = immigrationSchema.table(
  "expulsion",
  {
    ...factColumns,
    code: text().notNull(),
    servedOn: date("served_on", { mode: "string" }),
    finalOn: date("final_on", { mode: "string" }),
    /** Paragraph of § 54 AufenthG; null where § 53 alone, or FreizügG/EU. */
    tier: integer(),
  },
  (table) => [
    index("expulsion_of_person").on(table.personRef),
    ordered("expulsion_order", table.servedOn, table.finalOn),
    check("expulsion_tier", sql`${table.tier} IN (1, 2)`),
  ],
);

/** Removal threat (Abschiebungsandrohung); list `abschiebung`. */
export const removalThreat = immigrationSchema.table(
  "removal_threat",
  {
    ...factColumns,
    code: text().notNull(),
    deadline: date({ mode: "string" }),
    enforceable: boolean().notNull(),
  },
  (table) => [
    index("removal_threat_of_person").on(table.personRef),
    ordered("removal_threat_deadline", table.eventDate, table.deadline),
  ],
);

/** Planned removal (geplante Abschiebung), planned on its event date for `removalDate`. */
export const plannedRemoval = immigrationSchema.table(
  "planned_removal",
  { ...factColumns, removalDate: date("removal_date", { mode: "string" }).notNull() },
  (table) => [
    index("planned_removal_of_person").on(table.personRef),
    ordered("planned_removal_order", table.eventDate, table.removalDate),
  ],
);

/** Ban on entry and residence (Einreise- und Aufenthaltsverbot); list `einreiseaufenthaltsverbot`. `until` null: unlimited. */
export const entryBan = immigrationSchema.table(
  "entry_ban",
  { ...factColumns, code: text().notNull(), until: date({ mode: "string" }) },
  (table) => [
    index("entry_ban_of_person").on(table.personRef),
    ordered("entry_ban_period", table.eventDate, table.until),
  ],
);

/**
 * Toleration (Duldung) granted on its event date; list `duldung`, codes of a grant alone. `endedOn` is the first day on which it
 * holds no more because it was revoked or expired before `validUntil`, its last day.
 */
export const toleration = immigrationSchema.table(
  "toleration",
  {
    ...factColumns,
    reasonCode: text("reason_code").notNull(),
    validUntil: date("valid_until", { mode: "string" }).notNull(),
    endedOn: date("ended_on", { mode: "string" }),
  },
  (table) => [
    index("toleration_of_person").on(table.personRef),
    ordered("toleration_period", table.eventDate, table.validUntil),
    ordered("toleration_end", table.eventDate, table.endedOn),
  ],
);

/** Asylum procedure (Asylverfahren); list `asylstatus`. */
export const asylumProcedure = immigrationSchema.table(
  "asylum_procedure",
  {
    ...factColumns,
    statusCode: text("status_code").notNull(),
    procedureKind: text("procedure_kind", { enum: ["FIRST", "SUBSEQUENT", "SECOND"] }).notNull(),
    remedyPending: boolean("remedy_pending").notNull(),
  },
  (table) => [index("asylum_procedure_of_person").on(table.personRef)],
);

/** Removal bar (Abschiebungsverbot) or its end; list `abschiebungsverbot`. */
export const removalBar = immigrationSchema.table(
  "removal_bar",
  { ...factColumns, code: text().notNull(), paragraph: text().notNull(), decidedBy: text("decided_by").notNull() },
  (table) => [index("removal_bar_of_person").on(table.personRef)],
);

/** Interest to stay (Bleibeinteresse), § 55 AufenthG. */
export const interestToStay = immigrationSchema.table(
  "interest_to_stay",
  {
    ...factColumns,
    tier: integer().notNull(),
    number: text().notNull(),
    state: text({ enum: ["CLAIMED", "SHOWN"] }).notNull(),
  },
  (table) => [
    index("interest_to_stay_of_person").on(table.personRef),
    check("interest_to_stay_tier", sql`${table.tier} IN (1, 2)`),
  ],
);

/** Clarification of identity (Identitätsklärung); list `peb-verfahrensstatus`. */
export const identityClarification = immigrationSchema.table(
  "identity_clarification",
  {
    ...factColumns,
    statusCode: text("status_code").notNull(),
    cooperation: boolean(),
    warningGivenOn: date("warning_given_on", { mode: "string" }),
  },
  (table) => [index("identity_clarification_of_person").on(table.personRef)],
);

/** Passport or substitute document (Pass oder Passersatz). */
export const travelDocument = immigrationSchema.table(
  "travel_document",
  {
    ...factColumns,
    documentKind: text("document_kind", { enum: ["PASSPORT", "SUBSTITUTE"] }).notNull(),
    present: boolean().notNull(),
    validUntil: date("valid_until", { mode: "string" }),
  },
  (table) => [index("travel_document_of_person").on(table.personRef)],
);

/** That a medical obstacle exists (gesundheitliches Hindernis). No diagnosis, no physician, no certificate is stored. */
export const medicalObstacle = immigrationSchema.table(
  "medical_obstacle",
  { ...factColumns, exists: boolean().notNull() },
  (table) => [index("medical_obstacle_of_person").on(table.personRef)],
);

/** Documented evasion on its event date; number of § 62 (3a) AufenthG. */
export const evasionFact = immigrationSchema.table(
  "evasion_fact",
  { ...factColumns, number: integer().notNull() },
  (table) => [
    index("evasion_fact_of_person").on(table.personRef),
    check("evasion_number", sql`${table.number} BETWEEN 1 AND 7`),
  ],
);

/** What the offices sent, version by version. */
export const { suppliedMessage, suppliedFact, suppliedVersion } = ledger(immigrationSchema);
