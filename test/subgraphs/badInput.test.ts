import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { PgDateString, type PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as casework from "../../subgraphs/casework/tables.ts";
import * as criminal from "../../subgraphs/criminal-records/tables.ts";
import * as immigration from "../../subgraphs/immigration/tables.ts";
import type { Store } from "../../subgraphs/shell/openStore.ts";
import { readRows } from "../../subgraphs/shell/readRows.ts";
import { convictionOf } from "./criminal-records/convictionOf.ts";
import { givenFact } from "./immigration/givenFact.ts";
import { openEmptyStore } from "./openEmptyStore.ts";

const before = "2026-03-01";
/** Day of every fact here; it was recorded at noon. */
const onTheDay = "2026-03-02";
const after = "2026-03-03";

/** What is wrong, the constraint that names the field, and the columns that make it so. */
type Fault = readonly [title: string, constraint: string, wrong: object];

/** A kind of fact: its table, a row that holds, and what is refused. */
interface Kind {
  readonly table: PgTable;
  readonly row: object;
  readonly faults: readonly Fault[];
}

/** Provenance is the same everywhere; where no mutation writes the table, the event has come as well. */
function ofEveryFact(name: string, isWrittenHere = false): readonly Fault[] {
  const future: Fault = ["an event that was recorded before it happened", `${name}_event_date`, { eventDate: after }];
  return [
    name === "repeat_offender_listing"
      ? ["told as a fact", "repeat_offender_listing_is_assessment", { kind: "FACT" }]
      : ["neither fact nor assessment", `${name}_provenance_kind`, { kind: "RUMOUR" }],
    ["an unknown category of data subject", `${name}_subject_category`, { subjectCategory: "WITNESS" }],
    ...(isWrittenHere ? [] : [future]),
  ];
}

function immigrationKind(table: PgTable, row: object, ...faults: readonly Fault[]): Kind {
  return { table, row, faults: [...ofEveryFact(getTableName(table)), ...faults] };
}

const {
  offences: _,
  provisions: __,
  sentenceMonths: ___,
  sentenceDays: ____,
  erasableFrom: _____,
  ...fine
} = convictionOf({});
const imprisoned = {
  ...fine,
  firstJudgmentOn: onTheDay,
  decidedOn: onTheDay,
  finalOn: onTheDay,
  enforcementSettledOn: null,
  penalty: "IMPRISONMENT",
  dayFines: null,
  months: 3,
};
const past = (name: string, field: string, column: string): Fault => [
  `a day in the future (${column})`,
  `${name}_${column}`,
  { [field]: after },
];

const person = {
  familyNameKey: "",
  citizenships: ["BTN"],
  competentAuthority: "ABH_05554",
  fileRef: "ABH-BOR-1",
  regimeByCitizenship: "THIRD_COUNTRY",
};

const kinds: readonly Kind[] = [
  immigrationKind(
    immigration.person,
    person,
    ["an unknown code of sex", "person_sex", { sex: "q" }],
    ["an unknown regime", "person_regime_by_citizenship", { regimeByCitizenship: "MARTIAN" }],
    past("person", "dateOfBirth", "date_of_birth"),
    ["born before anybody who lives", "person_date_of_birth_plausible", { dateOfBirth: "1899-12-31" }],
  ),
  immigrationKind(immigration.transferBlock, { code: "01" }, [
    "an unknown code",
    "transfer_block_code",
    { code: "XX" },
  ]),
  immigrationKind(
    immigration.residenceStatus,
    { code: "01" },
    ["an unknown code", "residence_status_code", { code: "XX" }],
    ["an end before its beginning", "residence_status_period", { validUntil: before }],
    ["a stand-in for no end", "residence_status_valid_until_plausible", { validUntil: "9999-12-31" }],
  ),
  immigrationKind(
    immigration.obligationToLeave,
    { exists: true, enforceable: true },
    ["an unknown finality", "obligation_to_leave_finality", { finality: "PERHAPS" }],
    ["none, and yet enforceable", "obligation_to_leave_enforceable", { exists: false }],
  ),
  immigrationKind(
    immigration.expulsion,
    { code: "13" },
    ["an unknown code", "expulsion_code", { code: "XX" }],
    ["final before it was served", "expulsion_order", { servedOn: onTheDay, finalOn: before }],
    ["a third paragraph of § 54", "expulsion_tier", { tier: 3 }],
    past("expulsion", "servedOn", "served_on"),
    past("expulsion", "finalOn", "final_on"),
  ),
  immigrationKind(
    immigration.removalThreat,
    { code: "19", enforceable: true },
    ["an unknown code", "removal_threat_code", { code: "XX" }],
    ["a period for departure over before it begins", "removal_threat_deadline", { deadline: before }],
  ),
  immigrationKind(immigration.plannedRemoval, { removalDate: onTheDay }, [
    "a removal planned for the past",
    "planned_removal_order",
    { removalDate: before },
  ]),
  immigrationKind(
    immigration.entryBan,
    { code: "04" },
    ["an unknown code", "entry_ban_code", { code: "XX" }],
    ["an end before its beginning", "entry_ban_period", { until: before }],
  ),
  immigrationKind(
    immigration.toleration,
    { reasonCode: "16", validUntil: after },
    ["an unknown ground", "toleration_reason_code", { reasonCode: "XX" }],
    ["an end before its beginning", "toleration_period", { validUntil: before }],
    ["revoked before it began", "toleration_end", { endedOn: before }],
  ),
  immigrationKind(
    immigration.asylumProcedure,
    { statusCode: "01", procedureKind: "FIRST", remedyPending: false },
    ["an unknown status", "asylum_procedure_status_code", { statusCode: "XX" }],
    ["an unknown kind", "asylum_procedure_kind", { procedureKind: "THIRD" }],
  ),
  immigrationKind(immigration.removalBar, { code: "01", paragraph: "7", decidedBy: "BAMF" }, [
    "an unknown code",
    "removal_bar_code",
    { code: "XX" },
  ]),
  immigrationKind(
    immigration.interestToStay,
    { tier: 1, number: "4", state: "SHOWN" },
    ["a third paragraph of § 55", "interest_to_stay_tier", { tier: 3 }],
    ["neither claimed nor shown", "interest_to_stay_state", { state: "FELT" }],
  ),
  immigrationKind(
    immigration.identityClarification,
    { statusCode: "06" },
    ["an unknown state", "identity_clarification_status_code", { statusCode: "XX" }],
    past("identity_clarification", "warningGivenOn", "warning_given_on"),
  ),
  immigrationKind(immigration.travelDocument, { documentKind: "PASSPORT", present: true }, [
    "an unknown kind",
    "travel_document_kind",
    { documentKind: "LIBRARY_CARD" },
  ]),
  immigrationKind(immigration.medicalObstacle, { exists: true }),
  immigrationKind(immigration.evasionFact, { number: 2 }, [
    "a number that § 62 (3a) does not have",
    "evasion_number",
    { number: 0 },
  ]),
  immigrationKind(
    criminal.conviction,
    imprisoned,
    ["an unknown penalty", "conviction_penalty", { penalty: "PILLORY" }],
    ["an unknown measure", "conviction_measures", { measures: ["OTHER", "EXILE"] }],
    ["a sentence of minus three months", "conviction_length", { months: -3 }],
    ["imprisonment of no length", "conviction_custodial", { months: 0 }],
    ["a fine of no day fines", "conviction_day_fines", { penalty: "FINE", months: null, dayFines: 0 }],
    ["a fine whose day fines nobody counted", "conviction_fine", { penalty: "FINE", months: null }],
    ["decided before its first judgment", "conviction_decision", { decidedOn: before }],
    ["in the year 1000", "conviction_first_judgment_on_plausible", { firstJudgmentOn: "1000-01-01" }],
    ["final before its first judgment", "conviction_order", { finalOn: before }],
    ["settled before it was decided", "conviction_settlement", { enforcementSettledOn: before }],
    past("conviction", "finalOn", "final_on"),
    past("conviction", "decidedOn", "decided_on"),
    past("conviction", "stigmaRemovedOn", "stigma_removed_on"),
    past("conviction", "suspensionRevokedOn", "suspension_revoked_on"),
    past("conviction", "remainderRemittedOn", "remainder_remitted_on"),
    past("conviction", "enforcementSettledOn", "enforcement_settled_on"),
  ),
  immigrationKind(
    criminal.investigation,
    { provisions: ["§ 263 StGB"], state: "OPEN", since: onTheDay },
    ["an unknown state", "investigation_state", { state: "FORGOTTEN" }],
    past("investigation", "since", "since"),
  ),
  immigrationKind(
    criminal.custody,
    { custodyKind: "03", begunOn: onTheDay, waiver456a: "NONE" },
    ["an unknown kind", "custody_kind", { custodyKind: "XX" }],
    ["an unknown state of the waiver", "custody_waiver_456a", { waiver456a: "MAYBE" }],
    ["an end before its beginning", "custody_period", { endedOn: before }],
    ["expected to end before it begins", "custody_expected_end", { expectedEnd: before }],
    ["half-term before it begins", "custody_half_term", { halfTerm: before }],
    past("custody", "begunOn", "begun_on"),
  ),
  immigrationKind(
    criminal.wantedNotice,
    { purpose: "01", since: onTheDay },
    ["an unknown purpose", "wanted_notice_purpose", { purpose: "XX" }],
    ["an end before its beginning", "wanted_notice_period", { until: before }],
    past("wanted_notice", "since", "since"),
  ),
  immigrationKind(
    criminal.repeatOffenderListing,
    { ruleSet: "-", listedOn: onTheDay, reviewBy: "2026-12-31", label: "-", kind: "ASSESSMENT" },
    ["ended before it began", "repeat_offender_listing_period", { endedOn: before }],
    ["reviewed before it began", "repeat_offender_listing_review", { lastReviewedOn: before }],
    past("repeat_offender_listing", "listedOn", "listed_on"),
    past("repeat_offender_listing", "lastReviewedOn", "last_reviewed_on"),
  ),
  immigrationKind(criminal.policeFinding, { findingKind: "DRUGS", label: "-" }, [
    "an unknown kind",
    "police_finding_kind",
    { findingKind: "LOITERING" },
  ]),
  {
    table: casework.prosecutorConsent,
    row: {
      caseRef: "FM-2026-0001",
      position: 1,
      office: "STA_R2700S",
      plannedMeasure: "HEARING",
      state: "NOT_REQUIRED",
    },
    faults: [
      ...ofEveryFact("prosecutor_consent", true),
      ["an unknown state", "prosecutor_consent_state", { state: "SIGHED" }],
      ["an unknown measure", "prosecutor_consent_planned_measure", { plannedMeasure: "NAP" }],
      [
        "answered before it was asked for",
        "answer_after_request",
        { state: "GIVEN", requestedOn: onTheDay, answeredOn: before },
      ],
      ["answered on no day", "answer_has_date", { state: "GIVEN", requestedOn: onTheDay }],
    ],
  },
  {
    table: casework.socialConductReport,
    row: { category: "THREAT", reviewed: true },
    faults: [
      ...ofEveryFact("social_conduct_report", true),
      ["a category outside the closed list", "social_conduct_report_category", { category: "LIFESTYLE" }],
    ],
  },
];

let store: Store;
let number = 0;
beforeAll(async () => {
  store = await openEmptyStore();
  await store.owner.insert(casework.caseRecord).values({
    ...givenFact("P-TEST00000001", "CS-1", onTheDay),
    caseRef: "FM-2026-0001",
    state: "ADMITTED",
    rrk: "RRK_MUENSTER",
    openedOn: onTheDay,
    ground: "OFFENCES",
    proposedBy: "ABH_05554",
    proposalReason: "-",
  });
});
afterAll(() => store.close());

/** A row of a person of its own. */
function rowOf({ row }: Kind, personRef = `P-${++number}`): Record<string, unknown> {
  number += 1;
  return { ...row, ...givenOf(row, personRef, `F-${number}`), azrNumber: String(number) };
}

function givenOf(row: object, personRef: string, factId: string) {
  const { kind, label, ...given } = givenFact(personRef, factId, onTheDay);
  return {
    kind,
    label,
    ...given,
    ...("kind" in row ? { kind: row.kind } : {}),
    ...("label" in row ? { label: row.label } : {}),
  };
}

/** Name of the constraint that refuses, which PGlite and PostgreSQL tell under names of their own; null where nothing does. */
function refusedBy(insert: PromiseLike<unknown>): PromiseLike<string | null> {
  return insert.then(
    () => null,
    ({ cause }) => cause.constraint ?? cause.constraint_name,
  );
}

describe.each(kinds.map((kind) => [getTableName(kind.table), kind] as const))("Of %s", (_name, kind) => {
  test("a row that holds is stored", async () => {
    await store.owner.insert(kind.table).values(rowOf(kind));
  });

  test.each(kind.faults)("%s is refused, and %s says so", async (_title, constraint, wrong) => {
    const row = { ...rowOf(kind), ...wrong };
    expect(await refusedBy(store.owner.insert(kind.table).values(row))).toBe(constraint);
  });
});

test.each([
  [immigration.residenceStatus, { code: "02" }],
  [immigration.obligationToLeave, { exists: false, enforceable: false }],
  [immigration.removalThreat, { enforceable: false }],
  [immigration.toleration, { reasonCode: "32" }],
  [immigration.asylumProcedure, { statusCode: "04" }],
  [immigration.identityClarification, { statusCode: "08" }],
])(
  "Of two contradictory statuses on one day the second is refused; the day after it is stored",
  async (table, other) => {
    const kind = kinds.find((each) => each.table === table) as Kind;
    const first = rowOf(kind);
    await store.owner.insert(table).values(first as never);
    const second = { ...rowOf(kind, String(first.personRef)), ...other };
    expect(await refusedBy(store.owner.insert(table).values(second as never))).toBe(`${getTableName(table)}_one_a_day`);
    const later = { eventDate: after, lastChangedAt: `${after}T12:00:00Z` };
    await store.owner.insert(table).values({ ...second, ...later } as never);
  },
);

test("Every day of every fact is held to days that a fact can name", async () => {
  const read = sql`SELECT conname FROM pg_constraint WHERE conname LIKE '%_plausible' ORDER BY conname`;
  const days = [...kinds.map(({ table }) => table), criminal.offence].flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter((column) => is(column, PgDateString))
      .map(({ name }) => `${getTableName(table)}_${name}_plausible`),
  );
  const constraints = (await readRows<{ readonly conname: string }>(store.owner, read)).map(({ conname }) => conname);
  expect(constraints).toEqual(expect.arrayContaining(days));
});

test("Every table of facts that an assessment rests on stands in the table above", () => {
  const tables = [immigration, criminal]
    .flatMap((each) => Object.values(each))
    .filter((each) => each instanceof Object);
  const facts = tables
    .filter((each): each is PgTable => "factId" in each && "subjectCategory" in each)
    .map(getTableName);
  expect(kinds.map(({ table }) => getTableName(table))).toEqual(expect.arrayContaining(facts));
});
