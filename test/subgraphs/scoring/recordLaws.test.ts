import { describe, expect, test } from "vitest";
import { seededFaker } from "../../../subgraphs/population/seededFaker.ts";
import type { Assessment } from "../../../subgraphs/scoring/engine/Assessment.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import type { ReducedFact } from "../../../subgraphs/scoring/engine/ReducedFact.ts";
import { givenFact } from "../immigration/givenFact.ts";
import { today } from "../today.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import { drawConviction, drawProtected, drawStoredRecord } from "./drawStoredRecord.ts";
import { reduceRecord, type StoredRecord, shuffled } from "./storedRecord.ts";

const faker = seededFaker(20_260_615, "record laws");
const records = Array.from({ length: 10_000 }, () => drawStoredRecord(faker));
const others = records.map((record) => shuffled(faker, withOtherProtected(record)));

type Reduce = (record: StoredRecord) => readonly ReducedFact[];
type Change = (record: StoredRecord) => StoredRecord | null;

const bytes = (facts: readonly ReducedFact[]) => JSON.stringify(assess(facts, today, demonstration));
const made = (record: StoredRecord): Assessment => assess(reduceRecord(record), today, demonstration);
const fact = (id: string) => givenFact("P-TEST00000001", id, today);

const some = records.slice(0, 2_000).map((record) => ({ record, was: made(record) }));

/** How many of the persons get other bytes when all that is protected is another and the rows come in another order. */
function changedBytes(reduce: Reduce, persons = records): number {
  return persons.filter((record, index) => {
    const other = others[index];
    return other === undefined || bytes(reduce(record)) !== bytes(reduce(other));
  }).length;
}

function withOtherProtected(record: StoredRecord): StoredRecord {
  const { residence, conduct } = record;
  const elsewhere = { court: "Amtsgericht Köln", sourceOffice: "STA_R2600", sourceFileRef: "9 Js 9/24" };
  return {
    ...record,
    residence: { ...residence, person: { ...residence.person, ...drawProtected(faker) } },
    conduct: { ...conduct, convictions: conduct.convictions.map((conviction) => ({ ...conviction, ...elsewhere })) },
  };
}

describe("For 10,000 random persons as the owners store them (seed 20260615)", () => {
  test("names, citizenships, birth, sex, religion, place and the order of the rows change no byte of an assessment", () => {
    expect(some.filter(({ was }) => was.state === "ASSESSED").length).toBeGreaterThan(some.length / 3);
    expect(changedBytes(reduceRecord)).toBe(0);
  });

  test.each<[string, (person: StoredRecord["residence"]["person"]) => boolean]>([
    ["the citizenship", ({ citizenships }) => citizenships.includes("SYR")],
    ["the sex", ({ sex }) => sex === "m"],
    ["the year of birth", ({ dateOfBirth }) => (dateOfBirth ?? "") > "2000"],
    ["the place", ({ competentAuthority }) => competentAuthority === "ABH_05515"],
  ])("a reduction that read %s would be found", (_, holds) => {
    const sabotaged: Reduce = (record) =>
      reduceRecord(record).map((each) =>
        each.key === "EVASION" && holds(record.residence.person) ? { ...each, value: "DOCUMENTED" } : each,
      );
    expect(changedBytes(sabotaged, records.slice(0, 500))).toBeGreaterThan(25);
  });

  test("a reduction that took the first row for the latest would be found", () => {
    const sabotaged: Reduce = (record) =>
      reduceRecord(record).map((each) =>
        each.key === "REMOVAL_THREAT" && record.residence.removalThreats[0]?.enforceable
          ? { ...each, value: "ENFORCEABLE" }
          : each,
      );
    expect(changedBytes(sabotaged, records.slice(0, 500))).toBeGreaterThan(10);
  });

  test.each<[string, Change]>([
    [
      "one more conviction",
      // Preventive detention counts by the letter of § 54 (1) No. 1 AufenthG only if the last conviction ordered it: a later one ends that.
      (record) =>
        record.conduct.convictions.some(({ measures }) => measures.length > 0)
          ? null
          : withConduct(record, { convictions: [...record.conduct.convictions, drawConviction(faker, 9)] }),
    ],
    [
      "every prison sentence half a year longer",
      (record) => withConduct(record, { convictions: record.conduct.convictions.map(longer) }),
    ],
    [
      "every fine 60 day fines higher",
      (record) => withConduct(record, { convictions: record.conduct.convictions.map(dearer) }),
    ],
    [
      "a charge in every investigation",
      (record) =>
        withConduct(record, {
          investigations: record.conduct.investigations.map((each) => ({ ...each, state: "CHARGED" as const })),
        }),
    ],
    [
      "one more charge",
      (record) =>
        withConduct(record, {
          investigations: [
            ...record.conduct.investigations,
            { ...fact("IN-9"), provisions: [], state: "CHARGED", since: today, disclosureDeferred: false },
          ],
        }),
    ],
    [
      "a listing as repeat offender",
      (record) =>
        withConduct(record, {
          listings: [
            {
              ...fact("RL-9"),
              ruleSet: "-",
              listedOn: today,
              lastReviewedOn: null,
              reviewBy: "2026-12-31",
              endedOn: null,
            },
          ],
        }),
    ],
    [
      "two confirmed reports of two offices more",
      (record) => ({ ...record, reports: [...record.reports, ...["ABH_05554", "POLICE_KLEVE"].map(reportOf)] }),
    ],
    ["evasion", (record) => withResidence(record, { evasionFacts: [{ ...fact("EV-9"), number: 2 }] })],
  ])("%s never lowers axis A", (_, change) => {
    expectMonotonous(change, ({ axisA }) => axisA, 1);
  });

  test.each<[string, Change]>([
    [
      "a particularly serious interest to stay, shown,",
      (record) =>
        withResidence(record, {
          interestsToStay: [
            ...record.residence.interestsToStay,
            { ...fact("IS-9"), tier: 1, number: "4", state: "SHOWN" },
          ],
        }),
    ],
    [
      "that what is claimed of interests to stay is shown",
      (record) =>
        withResidence(record, {
          interestsToStay: record.residence.interestsToStay.map((each) => ({ ...each, state: "SHOWN" as const })),
        }),
    ],
    [
      "a toleration for training",
      (record) =>
        withResidence(record, {
          tolerations: [{ ...fact("TO-9"), reasonCode: "58", validUntil: "2026-12-31", endedOn: null }],
        }),
    ],
    [
      "an application for asylum",
      (record) =>
        withResidence(record, {
          asylumProcedures: [
            { ...fact("AP-9"), statusCode: "01", procedureKind: "FIRST" as const, remedyPending: false },
          ],
        }),
    ],
    [
      "that the prosecutor refuses",
      (record) =>
        record.consents.length === 0
          ? null
          : { ...record, consents: record.consents.map((each) => ({ ...each, state: "REFUSED" as const })) },
    ],
    [
      "that the removal threat is not enforceable",
      (record) =>
        withResidence(record, {
          removalThreats: record.residence.removalThreats.map((each) => ({ ...each, enforceable: false })),
        }),
    ],
  ])("%s never raises axis B", (_, change) => {
    expectMonotonous(change, ({ axisB }) => axisB, -1);
  });
});

function expectMonotonous(change: Change, axisOf: (assessment: Assessment) => number | null, sign: 1 | -1): void {
  let moved = 0;
  for (const { record, was } of some) {
    const changed = change(record);
    if (changed === null) continue;
    const is = made(changed);
    // What was unknown, or contradicted itself, and is now known is no change for better or worse.
    if (JSON.stringify(was.missing) !== JSON.stringify(is.missing)) continue;
    const [before, after] = [axisOf(was), axisOf(is)];
    if (before === null || after === null) continue;
    if ((after - before) * sign < 0) expect(changed).toEqual({ before: record, axis: before, after });
    if (after !== before) moved += 1;
  }
  // A change that moves nobody would pass every law.
  expect(moved).toBeGreaterThan(5);
}

function withConduct(record: StoredRecord, conduct: Partial<StoredRecord["conduct"]>): StoredRecord {
  return { ...record, conduct: { ...record.conduct, ...conduct } };
}

function withResidence(record: StoredRecord, residence: Partial<StoredRecord["residence"]>): StoredRecord {
  return { ...record, residence: { ...record.residence, ...residence } };
}

function longer(conviction: StoredRecord["conduct"]["convictions"][number]) {
  const { penalty, months, sentenceMonths } = conviction;
  return penalty === "IMPRISONMENT"
    ? { ...conviction, months: (months ?? 0) + 6, sentenceMonths: sentenceMonths + 6 }
    : conviction;
}

function dearer(conviction: StoredRecord["conduct"]["convictions"][number]) {
  const { dayFines } = conviction;
  return dayFines === null ? conviction : { ...conviction, dayFines: dayFines + 60 };
}

function reportOf(sourceOffice: string, index: number) {
  return { ...fact(`SC-9${index}`), sourceOffice, category: "THREAT" as const, reviewed: true };
}
