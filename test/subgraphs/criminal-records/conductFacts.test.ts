import { describe, expect, test } from "vitest";
import { conductFacts } from "../../../subgraphs/criminal-records/conduct/conductFacts.ts";
import { latestOffence } from "../../../subgraphs/criminal-records/conduct/latestOffence.ts";
import type { Custody } from "../../../subgraphs/criminal-records/records/loadCustodies.ts";
import type { RepeatOffenderListing } from "../../../subgraphs/criminal-records/records/loadRepeatOffenderListings.ts";
import { convictionOf } from "./convictionOf.ts";

const date = "2026-06-15";
const { factId: _, eventDate: __, ...provenance } = convictionOf({});

function custodyOf(begunOn: string, particulars: Partial<Custody> = {}): Custody {
  return {
    ...provenance,
    factId: "CU-1",
    eventDate: begunOn,
    custodyKind: "03",
    begunOn,
    endedOn: null,
    expectedEnd: null,
    halfTerm: null,
    enforcedBy: null,
    waiver456a: "NONE",
    ...particulars,
  };
}

function listingOf(listedOn: string, lastReviewedOn: string | null): RepeatOffenderListing {
  const reviewBy = "2026-12-31";
  const factId = "RL-1";
  return {
    ...provenance,
    factId,
    eventDate: listedOn,
    ruleSet: "-",
    listedOn,
    lastReviewedOn,
    reviewBy,
    endedOn: null,
  };
}

function factOf(key: string, records: Partial<Parameters<typeof conductFacts>[0]>) {
  const none = { date, convictions: [], investigations: [], custodies: [], listings: [] };
  return conductFacts({ ...none, ...records }).find((fact) => fact.key === key);
}

test("Without any record every key is there and says so", () => {
  const facts = conductFacts({ date, convictions: [], investigations: [], custodies: [], listings: [] });
  expect(facts.map(({ key, value, asOf, references }) => [key, value, asOf, references.length])).toEqual([
    ["EXPULSION_INTEREST", "NONE", null, 0],
    ["FURTHER_CONVICTIONS", "0", null, 0],
    ["VIOLENCE_OR_WEAPON", "NO", null, 0],
    ["LATEST_OFFENCE", "NONE", null, 0],
    ["REPEAT_OFFENDER_LISTING", "NONE", null, 0],
    ["OPEN_CHARGES", "0", null, 0],
    ["CUSTODY_PERSPECTIVE", "NONE", null, 0],
  ]);
});

const months = (length: number) => convictionOf({ penalty: "IMPRISONMENT", months: length, sentenceMonths: length });

// Storage refuses all of these (test/subgraphs/badInput.test.ts); what was there before it did is not guessed at.
test.each<readonly [string, Partial<Parameters<typeof conductFacts>[0]>, readonly string[]]>([
  ["a sentence of minus three months", { convictions: [months(-3)] }, ["EXPULSION_INTEREST", "FURTHER_CONVICTIONS"]],
  [
    "a penalty on no list",
    { convictions: [convictionOf({ penalty: "PILLORY" as "FINE" })] },
    ["EXPULSION_INTEREST", "FURTHER_CONVICTIONS"],
  ],
  [
    "a measure on no list",
    { convictions: [{ ...months(3), measures: ["EXILE" as "OTHER"] }] },
    ["EXPULSION_INTEREST", "FURTHER_CONVICTIONS"],
  ],
  [
    "a fine of no day fines",
    { convictions: [convictionOf({ dayFines: 0 })] },
    ["EXPULSION_INTEREST", "FURTHER_CONVICTIONS"],
  ],
  [
    "a decision before the first judgment",
    { convictions: [convictionOf({ decidedOn: "2021-03-14" })] },
    ["EXPULSION_INTEREST", "FURTHER_CONVICTIONS"],
  ],
  [
    "a decision in the future",
    { convictions: [convictionOf({ decidedOn: "2026-06-16" })] },
    ["EXPULSION_INTEREST", "FURTHER_CONVICTIONS"],
  ],
  [
    "a custody that ended before it began",
    { custodies: [custodyOf("2026-03-02", { endedOn: "2026-03-01" })] },
    ["LATEST_OFFENCE", "CUSTODY_PERSPECTIVE"],
  ],
  [
    "a waiver in no known state",
    { custodies: [custodyOf("2026-03-02", { waiver456a: "MAYBE" as "NONE" })] },
    ["LATEST_OFFENCE", "CUSTODY_PERSPECTIVE"],
  ],
  [
    "proceedings in no known state",
    {
      investigations: [
        {
          ...provenance,
          factId: "IV-1",
          eventDate: "2026-03-01",
          provisions: [],
          state: "FORGOTTEN" as "OPEN",
          since: "2026-03-01",
          disclosureDeferred: false,
        },
      ],
    },
    ["OPEN_CHARGES"],
  ],
  [
    "a listing reviewed before it began",
    { listings: [listingOf("2026-03-02", "2026-03-01")] },
    ["REPEAT_OFFENDER_LISTING"],
  ],
])(
  "%s is read neither as guilt nor as innocence: what would rest on it is invalid, and nothing else",
  (_, records, keys) => {
    const none = { date, convictions: [], investigations: [], custodies: [], listings: [] };
    const facts = conductFacts({ ...none, ...records });
    expect(facts.filter(({ value }) => value === "INVALID").map(({ key }) => key)).toEqual(keys);
    for (const { value, references } of facts) if (value === "INVALID") expect(references).toHaveLength(1);
  },
);

test("An offence after its judgment is unreadable: one of the dates is wrong, and which is not guessed", () => {
  const conviction = convictionOf({ firstJudgmentOn: "2025-03-01", offence: { committedOn: "2025-03-02" } });
  expect(factOf("LATEST_OFFENCE", { convictions: [conviction] })).toMatchObject({
    value: "INVALID",
    references: ["CV-1@1"],
  });
  const onTheDay = convictionOf({ firstJudgmentOn: "2025-03-02", offence: { committedOn: "2025-03-02" } });
  expect(factOf("LATEST_OFFENCE", { convictions: [onTheDay] })).toMatchObject({ value: "WITHIN_24" });
});

describe("How long ago is the latest offence, on 15 June 2026?", () => {
  const inCustody = (begunOn: string, endedOn: string | null) => custodyOf(begunOn, { endedOn });
  test.each<[string, string, readonly Custody[], string]>([
    ["a year to the day", "2025-06-15", [], "WITHIN_12"],
    ["a year and a day", "2025-06-14", [], "WITHIN_24"],
    ["two years and a day", "2024-06-14", [], "WITHIN_60"],
    ["five years and a day", "2021-06-14", [], "OLDER"],
    ["two years ago, the last one in custody", "2024-06-20", [inCustody("2025-06-15", null)], "WITHIN_12"],
    ["the same, custody over since a week", "2024-06-20", [inCustody("2025-06-15", "2026-06-08")], "WITHIN_24"],
    ["custody before the offence does not count", "2024-06-14", [inCustody("2023-01-01", "2024-01-01")], "WITHIN_60"],
    [
      "two periods that overlap count once",
      "2024-01-01",
      [inCustody("2025-01-01", "2025-07-01"), inCustody("2025-02-01", "2025-06-01")],
      "WITHIN_24",
    ],
  ])("%s", (_title, committedOn, custodies, expected) => {
    const conviction = convictionOf({ offence: { committedOn } });
    expect(latestOffence([conviction], custodies, date).value).toBe(expected);
  });
});

describe("Further convictions", () => {
  const theft = (number: number, offence = {}) => convictionOf({ factId: `CV-${number}`, dayFines: 60, offence });
  test.each([
    ["one conviction", [theft(1)], "0", []],
    ["three for intent", [theft(1), theft(2), theft(3)], "2", ["CV-2@1", "CV-3@1"]],
    ["two, one of them without intent", [theft(1), theft(2, { intentional: false })], "0", []],
    [
      "two, the graver of which makes the interest in expulsion",
      [theft(1), convictionOf({ factId: "CV-2", penalty: "IMPRISONMENT", sentenceMonths: 30 })],
      "1",
      ["CV-1@1"],
    ],
    ["one below any interest", [convictionOf({ dayFines: 20 })], "0", []],
  ])("%s", (_title, convictions, value, references) => {
    expect(factOf("FURTHER_CONVICTIONS", { convictions })).toMatchObject({ value, references });
  });
});

describe("Violence, a sexual offence or a weapon", () => {
  test.each([
    ["theft", { provision: "§ 242 StGB" }, "NO"],
    ["with violence", { violence: true }, "YES"],
    ["with a weapon", { weapon: true }, "YES"],
    ["a sexual offence without violence", { provision: "§ 184b StGB" }, "YES"],
  ])("%s", (_title, offence, value) => {
    expect(factOf("VIOLENCE_OR_WEAPON", { convictions: [convictionOf({ offence })] })).toMatchObject({ value });
  });
});

describe("Listing as repeat offender on 15 June 2026", () => {
  test.each([
    ["listed on 15 December 2025", listingOf("2025-12-15", null), "CURRENT"],
    ["listed on 14 December 2025", listingOf("2025-12-14", null), "NONE"],
    ["listed in 2024, reviewed on 15 December 2025", listingOf("2024-01-01", "2025-12-15"), "CURRENT"],
    ["listed in 2024, reviewed on 14 December 2025", listingOf("2024-01-01", "2025-12-14"), "NONE"],
    ["listed in 2024, the next review still to come", listingOf("2024-01-01", "2026-06-16"), "NONE"],
  ])("%s", (_title, listing, value) => {
    expect(factOf("REPEAT_OFFENDER_LISTING", { listings: [listing] })).toMatchObject({ value });
  });
});

describe("Prospect of an end of custody on 15 June 2026", () => {
  test.each<[string, Partial<Custody>, string]>([
    ["waiver granted", { waiver456a: "GRANTED" }, "WAIVER_GRANTED"],
    ["waiver asked for, release in a year", { waiver456a: "REQUESTED", expectedEnd: "2027-06-15" }, "NONE"],
    ["half-term on 15 December 2026", { halfTerm: "2026-12-15", expectedEnd: "2028-01-01" }, "RELEASE_WITHIN_6_MONTHS"],
    ["half-term on 16 December 2026", { halfTerm: "2026-12-16", expectedEnd: "2028-01-01" }, "NONE"],
    [
      "half-term past, release on 1 October 2026",
      { halfTerm: "2025-01-01", expectedEnd: "2026-10-01" },
      "RELEASE_WITHIN_6_MONTHS",
    ],
    ["waiver granted, but custody ended on 14 June", { waiver456a: "GRANTED", endedOn: "2026-06-14" }, "NONE"],
  ])("%s", (_title, particulars, value) => {
    expect(factOf("CUSTODY_PERSPECTIVE", { custodies: [custodyOf("2025-01-01", particulars)] })).toMatchObject({
      value,
    });
  });
});
