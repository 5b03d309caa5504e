import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseRecord, prosecutorConsent } from "../../subgraphs/casework/tables.ts";
import { conviction, custody, repeatOffenderListing, wantedNotice } from "../../subgraphs/criminal-records/tables.ts";
import * as immigration from "../../subgraphs/immigration/tables.ts";
import type { Store } from "../../subgraphs/shell/openStore.ts";
import { convictionOf } from "./criminal-records/convictionOf.ts";
import { givenFact } from "./immigration/givenFact.ts";
import { openEmptyStore } from "./openEmptyStore.ts";

let store: Store;
beforeAll(async () => {
  store = await openEmptyStore();
  await store.owner.insert(caseRecord).values({
    ...fact("CS-1"),
    caseRef: "FM-2026-0001",
    state: "ADMITTED",
    rrk: "RRK_MUENSTER",
    openedOn: "2026-03-02",
    ground: "OFFENCES",
    proposedBy: "ABH_05554",
    proposalReason: "-",
  });
});
afterAll(() => store.close());

function fact(factId: string) {
  return givenFact("P-TEST00000001", factId, "2026-03-02");
}

const {
  offences: _,
  provisions: __,
  sentenceMonths: ___,
  sentenceDays: ____,
  erasableFrom: _____,
  ...convicted
} = convictionOf({
  penalty: "IMPRISONMENT",
});
const inCustody = { custodyKind: "03", begunOn: "2026-03-02", waiver456a: "NONE" };
const listed = { ruleSet: "-", listedOn: "2026-03-02", reviewBy: "2026-12-31", label: "-", kind: "ASSESSMENT" };
const consent = { caseRef: "FM-2026-0001", position: 1, office: "STA_R2700S", plannedMeasure: "HEARING" };
const before = "2026-03-01";
const onTheDay = "2026-03-02";

/** Table, what is wrong, the constraint that names it, the row, and the same row put right. */
const refused: readonly (readonly [string, string, PgTable, object, object])[] = [
  [
    "a status that ends before it begins",
    "residence_status_period",
    immigration.residenceStatus,
    { code: "1", validUntil: before },
    { validUntil: onTheDay },
  ],
  [
    "an expulsion final before it was served",
    "expulsion_order",
    immigration.expulsion,
    { code: "13", servedOn: onTheDay, finalOn: before },
    { finalOn: onTheDay },
  ],
  [
    "an expulsion by a third paragraph of § 54",
    "expulsion_tier",
    immigration.expulsion,
    { code: "13", tier: 3 },
    { tier: 2 },
  ],
  [
    "a period for departure that is over before it begins",
    "removal_threat_deadline",
    immigration.removalThreat,
    { code: "19", enforceable: true, deadline: before },
    { deadline: onTheDay },
  ],
  [
    "a removal planned for the past",
    "planned_removal_order",
    immigration.plannedRemoval,
    { removalDate: before },
    { removalDate: onTheDay },
  ],
  [
    "a ban that ends before it begins",
    "entry_ban_period",
    immigration.entryBan,
    { code: "1", until: before },
    { until: null },
  ],
  [
    "a toleration that ends before it begins",
    "toleration_period",
    immigration.toleration,
    { reasonCode: "16", validUntil: before },
    { validUntil: onTheDay },
  ],
  [
    "a toleration revoked before it began",
    "toleration_end",
    immigration.toleration,
    { reasonCode: "16", validUntil: onTheDay, endedOn: before },
    { endedOn: null },
  ],
  [
    "an interest to stay by a third paragraph of § 55",
    "interest_to_stay_tier",
    immigration.interestToStay,
    { tier: 3, number: "1", state: "SHOWN" },
    { tier: 1 },
  ],
  [
    "evasion by a number that § 62 (3a) does not have",
    "evasion_number",
    immigration.evasionFact,
    { number: 0 },
    { number: 2 },
  ],
  ["a sentence of minus three months", "conviction_length", conviction, { ...convicted, months: -3 }, { months: 3 }],
  [
    "a fine of no day fines",
    "conviction_day_fines",
    conviction,
    { ...convicted, penalty: "FINE", dayFines: 0 },
    { dayFines: 1 },
  ],
  [
    "a conviction decided before its first judgment",
    "conviction_decision",
    conviction,
    { ...convicted, decidedOn: "2021-03-14" },
    { decidedOn: "2021-03-15" },
  ],
  [
    "a custody expected to end before it begins",
    "custody_expected_end",
    custody,
    { ...inCustody, expectedEnd: before },
    { expectedEnd: onTheDay },
  ],
  [
    "a half-term before the custody",
    "custody_half_term",
    custody,
    { ...inCustody, halfTerm: before },
    { halfTerm: null },
  ],
  [
    "a wanted notice that ends before it begins",
    "wanted_notice_period",
    wantedNotice,
    { purpose: "1", since: onTheDay, until: before },
    { until: null },
  ],
  [
    "a listing that ended before it began",
    "repeat_offender_listing_period",
    repeatOffenderListing,
    { ...listed, endedOn: before },
    { endedOn: null },
  ],
  [
    "a listing reviewed before it began",
    "repeat_offender_listing_review",
    repeatOffenderListing,
    { ...listed, lastReviewedOn: before },
    { lastReviewedOn: onTheDay },
  ],
  [
    "a consent answered before it was asked for",
    "answer_after_request",
    prosecutorConsent,
    { ...consent, state: "GIVEN", requestedOn: onTheDay, answeredOn: before },
    { answeredOn: onTheDay },
  ],
];

test.each(refused)(
  "%s is not stored, and %s says so; put right it is",
  async (title, constraint, table, row, right) => {
    const wrong = { ...fact(title), ...row, factId: title };
    await expect(store.owner.insert(table).values(wrong)).rejects.toMatchObject({
      cause: expect.objectContaining({ constraint }),
    });
    await store.owner.insert(table).values({ ...wrong, ...right });
  },
);
