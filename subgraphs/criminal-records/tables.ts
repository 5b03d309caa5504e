import { type AnyColumn, sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { listed } from "../shell/checks/listed.ts";
import { oneOf } from "../shell/checks/oneOf.ts";
import { plausible } from "../shell/checks/plausible.ts";
import { provenanceChecks } from "../shell/checks/provenanceChecks.ts";
import { recordedAfter } from "../shell/checks/recordedAfter.ts";
import { ledger } from "../shell/intake/ledger.ts";
import { factColumns } from "../shell/tables.ts";

export const criminalRecords = pgSchema("criminal_records");

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

/** § 22b PolG NRW, § 14 BKAG: police data without a label may not be processed further, so it is not stored either. */
function labelled(name: string, label: AnyColumn) {
  return check(name, sql`${label} IS NOT NULL AND ${label} <> ''`);
}

/**
 * Entry of the register (§ 4 BZRG). The register of educational measures (Erziehungsregister, §§ 59 to 63 BZRG) has no
 * table: its entries go to no office that asks here. Dates that are null have not come about.
 */
export const conviction = criminalRecords.table(
  "conviction",
  {
    ...factColumns,
    court: text().notNull(),
    courtFileRef: text("court_file_ref").notNull(),
    /** Day of the first judgment, or of signature of a penal order: the term of erasure begins here (§§ 5, 36 BZRG). */
    firstJudgmentOn: date("first_judgment_on", { mode: "string" }).notNull(),
    /** Day of the decision that counts; later than the first judgment where an overall sentence was formed. */
    decidedOn: date("decided_on", { mode: "string" }).notNull(),
    finalOn: date("final_on", { mode: "string" }),
    penalty: text({ enum: ["FINE", "IMPRISONMENT", "MILITARY_DETENTION", "YOUTH_SENTENCE", "NONE"] }).notNull(),
    lifeSentence: boolean("life_sentence").notNull().default(false),
    years: integer(),
    months: integer(),
    weeks: integer(),
    days: integer(),
    dayFines: integer("day_fines"),
    suspended: boolean().notNull().default(false),
    remainderSuspended: boolean("remainder_suspended").notNull().default(false),
    suspensionRevokedOn: date("suspension_revoked_on", { mode: "string" }),
    remainderRemittedOn: date("remainder_remitted_on", { mode: "string" }),
    /** Stigma declared removed (Strafmakel, §§ 97, 100 JGG) and not revoked. */
    stigmaRemovedOn: date("stigma_removed_on", { mode: "string" }),
    measures: text({
      enum: [
        "PREVENTIVE_DETENTION",
        "PSYCHIATRIC_HOSPITAL",
        "ADDICTION_CLINIC",
        "LICENCE_BAN_FOR_EVER",
        "OCCUPATION_BAN_FOR_EVER",
        "OTHER",
      ],
    })
      .array()
      .notNull()
      .default([]),
    /** The judgment expressly finds a motive of § 46 (2) sentence 2 StGB (menschenverachtender Beweggrund). */
    inhumaneMotiveFound: boolean("inhumane_motive_found").notNull().default(false),
    /** Penalty and measures enforced or remitted (§ 47 (2) BZRG). */
    enforcementSettledOn: date("enforcement_settled_on", { mode: "string" }),
  },
  (table) => [
    ...factChecks("conviction", table),
    oneOf("conviction_penalty", table.penalty),
    oneOf("conviction_measures", table.measures),
    recordedAfter("conviction_first_judgment_on", table.firstJudgmentOn, table.lastChangedAt),
    recordedAfter("conviction_decided_on", table.decidedOn, table.lastChangedAt),
    recordedAfter("conviction_final_on", table.finalOn, table.lastChangedAt),
    recordedAfter("conviction_suspension_revoked_on", table.suspensionRevokedOn, table.lastChangedAt),
    recordedAfter("conviction_remainder_remitted_on", table.remainderRemittedOn, table.lastChangedAt),
    recordedAfter("conviction_stigma_removed_on", table.stigmaRemovedOn, table.lastChangedAt),
    recordedAfter("conviction_enforcement_settled_on", table.enforcementSettledOn, table.lastChangedAt),
    index("conviction_by_person").on(table.personRef),
    check("conviction_order", sql`${table.finalOn} IS NULL OR ${table.finalOn} >= ${table.firstJudgmentOn}`),
    check("conviction_decision", sql`${table.decidedOn} >= ${table.firstJudgmentOn}`),
    check(
      "conviction_custodial",
      sql`${table.penalty} IN ('FINE', 'NONE') OR ${table.lifeSentence}
        OR COALESCE(${table.years}, 0) + COALESCE(${table.months}, 0) + COALESCE(${table.weeks}, 0) + COALESCE(${table.days}, 0) <> 0`,
    ),
    check("conviction_settlement", sql`${table.enforcementSettledOn} >= ${table.firstJudgmentOn}`),
    check("conviction_length", sql`LEAST(${table.years}, ${table.months}, ${table.weeks}, ${table.days}) >= 0`),
    check("conviction_day_fines", sql`${table.dayFines} > 0`),
    unique("conviction_of_person").on(table.factId, table.personRef),
    check("conviction_fine", sql`(${table.penalty} = 'FINE') = (${table.dayFines} IS NOT NULL)`),
  ],
);

/** Offence in a conviction. `number` counts from 1. */
export const offence = criminalRecords.table(
  "offence",
  {
    convictionId: text("conviction_id").notNull(),
    number: integer().notNull(),
    personRef: text("person_ref").notNull(),
    provision: text().notNull(),
    designation: text().notNull(),
    committedOn: date("committed_on", { mode: "string" }).notNull(),
    intentional: boolean().notNull(),
    weapon: boolean().notNull(),
    /** With violence, or with a threat to life or limb, as the judgment found. */
    violence: boolean().notNull(),
    /** One of a series (serienmäßig), as the judgment found. */
    serial: boolean().notNull(),
  },
  (table) => [
    ...plausible("offence", table),
    primaryKey({ columns: [table.convictionId, table.number] }),
    // An offence is always of the person of its conviction, also when that moves.
    foreignKey({
      name: "offence_of_conviction",
      columns: [table.convictionId, table.personRef],
      foreignColumns: [conviction.factId, conviction.personRef],
    }).onUpdate("cascade"),
    index("offence_by_person").on(table.personRef),
  ],
);

/** Investigation; the prosecutor's office and its file reference stand in the provenance. Ended ones are kept, never shown. */
export const investigation = criminalRecords.table(
  "investigation",
  {
    ...factColumns,
    provisions: text().array().notNull(),
    state: text({ enum: ["OPEN", "CHARGED", "DISCONTINUED", "ACQUITTED", "CONVICTED"] }).notNull(),
    since: date({ mode: "string" }).notNull(),
    /** The data subject may not learn of it yet (§ 479 StPO, § 12 (3) EGGVG). */
    disclosureDeferred: boolean("disclosure_deferred").notNull().default(false),
  },
  (table) => [
    ...factChecks("investigation", table),
    oneOf("investigation_state", table.state),
    recordedAfter("investigation_since", table.since, table.lastChangedAt),
    index("investigation_by_person").on(table.personRef),
  ],
);

/**
 * Custody; the prison and its book number stand in the provenance. `enforcedBy` is the prosecutor's office for whose proceedings
 * the person is held: the enforcement authority (§ 451 StPO), on remand the one that investigates; null where it is none.
 */
export const custody = criminalRecords.table(
  "custody",
  {
    ...factColumns,
    /** Code of the list `peb-haftart`. */
    custodyKind: text("custody_kind").notNull(),
    begunOn: date("begun_on", { mode: "string" }).notNull(),
    /** Last day; null while it lasts. */
    endedOn: date("ended_on", { mode: "string" }),
    expectedEnd: date("expected_end", { mode: "string" }),
    halfTerm: date("half_term", { mode: "string" }),
    enforcedBy: text("enforced_by"),
    waiver456a: text("waiver_456a", { enum: ["NONE", "REQUESTED", "GRANTED", "REFUSED"] }).notNull(),
  },
  (table) => [
    ...factChecks("custody", table),
    listed("custody_kind", table.custodyKind, "peb-haftart"),
    oneOf("custody_waiver_456a", table.waiver456a),
    recordedAfter("custody_begun_on", table.begunOn, table.lastChangedAt),
    index("custody_by_person").on(table.personRef),
    check("custody_expected_end", sql`${table.expectedEnd} >= ${table.begunOn}`),
    check("custody_half_term", sql`${table.halfTerm} >= ${table.begunOn}`),
    check("custody_period", sql`${table.endedOn} IS NULL OR ${table.endedOn} >= ${table.begunOn}`),
  ],
);

/** Wanted notice of the office that stands in the provenance. `until` is its last day; null: open. */
export const wantedNotice = criminalRecords.table(
  "wanted_notice",
  {
    ...factColumns,
    /** Code of the list `ausschreibung`. */
    purpose: text().notNull(),
    since: date({ mode: "string" }).notNull(),
    until: date({ mode: "string" }),
  },
  (table) => [
    ...factChecks("wanted_notice", table),
    listed("wanted_notice_purpose", table.purpose, "ausschreibung"),
    recordedAfter("wanted_notice_since", table.since, table.lastChangedAt),
    index("wanted_notice_by_person").on(table.personRef),
    check("wanted_notice_period", sql`${table.until} >= ${table.since}`),
    check("wanted_notice_labelled", sql`${table.label} IS NOT NULL OR ${table.sourceOffice} !~ '^(POLICE|LKA)_'`),
  ],
);

/** Listing as repeat offender: an assessment of one police authority, which stands in the provenance. */
export const repeatOffenderListing = criminalRecords.table(
  "repeat_offender_listing",
  {
    ...factColumns,
    ruleSet: text("rule_set").notNull(),
    listedOn: date("listed_on", { mode: "string" }).notNull(),
    lastReviewedOn: date("last_reviewed_on", { mode: "string" }),
    reviewBy: date("review_by", { mode: "string" }).notNull(),
    /** First day without the listing; null while it stands. */
    endedOn: date("ended_on", { mode: "string" }),
  },
  (table) => [
    ...factChecks("repeat_offender_listing", table),
    recordedAfter("repeat_offender_listing_listed_on", table.listedOn, table.lastChangedAt),
    recordedAfter("repeat_offender_listing_last_reviewed_on", table.lastReviewedOn, table.lastChangedAt),
    index("repeat_offender_listing_by_person").on(table.personRef),
    labelled("repeat_offender_listing_labelled", table.label),
    check("repeat_offender_listing_period", sql`${table.endedOn} >= ${table.listedOn}`),
    check("repeat_offender_listing_review", sql`${table.lastReviewedOn} >= ${table.listedOn}`),
    check("repeat_offender_listing_is_assessment", sql`${table.kind} = 'ASSESSMENT'`),
  ],
);

/** Police finding; its date is the event date of the provenance. */
export const policeFinding = criminalRecords.table(
  "police_finding",
  {
    ...factColumns,
    findingKind: text("finding_kind", { enum: ["VIOLENCE", "PROPERTY", "DRUGS", "OTHER"] }).notNull(),
  },
  (table) => [
    ...factChecks("police_finding", table),
    oneOf("police_finding_kind", table.findingKind),
    index("police_finding_by_person").on(table.personRef),
    labelled("police_finding_labelled", table.label),
  ],
);

/** What police, prosecution and prisons sent, version by version. */
export const { suppliedMessage, suppliedFact, suppliedVersion, suppliedConflict } = ledger(criminalRecords);
