import { type AnyColumn, sql } from "drizzle-orm";
import { boolean, check, date, index, integer, text, uniqueIndex } from "drizzle-orm/pg-core";
import { listed } from "../shell/checks/listed.ts";
import { oneOf } from "../shell/checks/oneOf.ts";
import { plausible } from "../shell/checks/plausible.ts";
import { provenanceChecks } from "../shell/checks/provenanceChecks.ts";
import { recordedAfter } from "../shell/checks/recordedAfter.ts";
import { ledger } from "../shell/intake/ledger.ts";
import { factColumns } from "../shell/tables.ts";
import { immigrationSchema } from "./immigrationSchema.ts";

export { immigrationSchema } from "./immigrationSchema.ts";
export * from "./linkage/tables.ts";

/** No end lies before its beginning. Either may be open. */
function ordered(name: string, beginning: AnyColumn, end: AnyColumn) {
  return check(name, sql`${end} >= ${beginning}`);
}

/** What every table of facts here is held to: its provenance, days that can be, and an event that has come. */
function factChecks(
  name: string,
  table: Readonly<Record<"kind" | "subjectCategory" | "eventDate" | "lastChangedAt", AnyColumn>>,
) {
  return [
    ...provenanceChecks(name, table),
    ...plausible(name, table),
    recordedAfter(`${name}_event_date`, table.eventDate, table.lastChangedAt),
  ];
}

/**
 * No two statuses of a person on one day: they would contradict each other. What offices send (`SF-`) is let off: neither may learn by a refusal
 * what another has on file. Each is held to what it sent itself (`HeldStatuses`). Let off as well is what a merge brought (a later version): two files
 * of one person say much twice. Where two statuses contradict each other, the assessment says so.
 */
function oneADay(name: string, table: Readonly<Record<"personRef" | "eventDate", AnyColumn>>) {
  return uniqueIndex(`${name}_one_a_day`)
    .on(table.personRef as never, table.eventDate as never)
    .where(sql`fact_id NOT LIKE 'SF-%' AND version = 1`);
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
    ...factChecks("person", table),
    listed("person_sex", table.sex, "geschlecht"),
    oneOf("person_regime_by_citizenship", table.regimeByCitizenship),
    recordedAfter("person_date_of_birth", table.dateOfBirth, table.lastChangedAt),
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
  (table) => [
    ...factChecks("transfer_block", table),
    listed("transfer_block_code", table.code, "uebermittlungssperre"),
    index("transfer_block_of_person").on(table.personRef),
  ],
);

/** Residence status (Aufenthaltsstatus) since its event date; list `aufenthaltsstatus`. `validUntil` null: unlimited. */
export const residenceStatus = immigrationSchema.table(
  "residence_status",
  { ...factColumns, code: text().notNull(), validUntil: date("valid_until", { mode: "string" }) },
  (table) => [
    ...factChecks("residence_status", table),
    listed("residence_status_code", table.code, "aufenthaltsstatus"),
    oneADay("residence_status", table),
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
  (table) => [
    ...factChecks("obligation_to_leave", table),
    oneOf("obligation_to_leave_finality", table.finality),
    check("obligation_to_leave_enforceable", sql`${table.exists} OR NOT ${table.enforceable}`),
    oneADay("obligation_to_leave", table),
    index("obligation_to_leave_of_person").on(table.personRef),
  ],
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
    ...factChecks("expulsion", table),
    listed("expulsion_code", table.code, "ausweisung"),
    recordedAfter("expulsion_served_on", table.servedOn, table.lastChangedAt),
    recordedAfter("expulsion_final_on", table.finalOn, table.lastChangedAt),
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
    ...factChecks("removal_threat", table),
    listed("removal_threat_code", table.code, "abschiebung"),
    oneADay("removal_threat", table),
    index("removal_threat_of_person").on(table.personRef),
    ordered("removal_threat_deadline", table.eventDate, table.deadline),
  ],
);

/** Planned removal (geplante Abschiebung), planned on its event date for `removalDate`. */
export const plannedRemoval = immigrationSchema.table(
  "planned_removal",
  { ...factColumns, removalDate: date("removal_date", { mode: "string" }).notNull() },
  (table) => [
    ...factChecks("planned_removal", table),
    index("planned_removal_of_person").on(table.personRef),
    ordered("planned_removal_order", table.eventDate, table.removalDate),
  ],
);

/** Ban on entry and residence (Einreise- und Aufenthaltsverbot); list `einreiseaufenthaltsverbot`. `until` null: unlimited. */
export const entryBan = immigrationSchema.table(
  "entry_ban",
  { ...factColumns, code: text().notNull(), until: date({ mode: "string" }) },
  (table) => [
    ...factChecks("entry_ban", table),
    listed("entry_ban_code", table.code, "einreiseaufenthaltsverbot"),
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
    ...factChecks("toleration", table),
    listed("toleration_reason_code", table.reasonCode, "duldung"),
    oneADay("toleration", table),
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
  (table) => [
    ...factChecks("asylum_procedure", table),
    listed("asylum_procedure_status_code", table.statusCode, "asylstatus"),
    oneOf("asylum_procedure_kind", table.procedureKind),
    oneADay("asylum_procedure", table),
    index("asylum_procedure_of_person").on(table.personRef),
  ],
);

/** Removal bar (Abschiebungsverbot) or its end; list `abschiebungsverbot`. */
export const removalBar = immigrationSchema.table(
  "removal_bar",
  { ...factColumns, code: text().notNull(), paragraph: text().notNull(), decidedBy: text("decided_by").notNull() },
  (table) => [
    ...factChecks("removal_bar", table),
    listed("removal_bar_code", table.code, "abschiebungsverbot"),
    index("removal_bar_of_person").on(table.personRef),
  ],
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
    ...factChecks("interest_to_stay", table),
    oneOf("interest_to_stay_state", table.state),
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
  (table) => [
    ...factChecks("identity_clarification", table),
    listed("identity_clarification_status_code", table.statusCode, "peb-verfahrensstatus"),
    recordedAfter("identity_clarification_warning_given_on", table.warningGivenOn, table.lastChangedAt),
    oneADay("identity_clarification", table),
    index("identity_clarification_of_person").on(table.personRef),
  ],
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
  (table) => [
    ...factChecks("travel_document", table),
    oneOf("travel_document_kind", table.documentKind),
    index("travel_document_of_person").on(table.personRef),
  ],
);

/** That a medical obstacle exists (gesundheitliches Hindernis). No diagnosis, no physician, no certificate is stored. */
export const medicalObstacle = immigrationSchema.table(
  "medical_obstacle",
  { ...factColumns, exists: boolean().notNull() },
  (table) => [...factChecks("medical_obstacle", table), index("medical_obstacle_of_person").on(table.personRef)],
);

/** Documented evasion on its event date; number of § 62 (3a) AufenthG. */
export const evasionFact = immigrationSchema.table(
  "evasion_fact",
  { ...factColumns, number: integer().notNull() },
  (table) => [
    ...factChecks("evasion_fact", table),
    index("evasion_fact_of_person").on(table.personRef),
    check("evasion_number", sql`${table.number} BETWEEN 1 AND 7`),
  ],
);

/** What the offices sent, version by version. */
export const { suppliedMessage, suppliedFact, suppliedVersion, suppliedConflict } = ledger(immigrationSchema);
