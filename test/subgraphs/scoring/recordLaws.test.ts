import { getTableColumns, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import * as casework from "../../../subgraphs/casework/tables.ts";
import * as criminalRecords from "../../../subgraphs/criminal-records/tables.ts";
import * as immigration from "../../../subgraphs/immigration/tables.ts";
import { seededFaker } from "../../../subgraphs/population/seededFaker.ts";
import type { Assessment } from "../../../subgraphs/scoring/engine/Assessment.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import type { ReducedFact } from "../../../subgraphs/scoring/engine/ReducedFact.ts";
import { today } from "../today.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import { drawStoredRecord } from "./drawStoredRecord.ts";
import { type Change, graverConduct, greaterObstacles } from "./recordChanges.ts";
import { reduceRecord, type StoredRecord, shuffled } from "./storedRecord.ts";
import { withOtherProtected } from "./withOtherProtected.ts";

const faker = seededFaker(20_260_615, "record laws");
const records = Array.from({ length: 10_000 }, () => drawStoredRecord(faker));
const others = records.map((record) => shuffled(faker, withOtherProtected(faker, record)));

type Reduce = (record: StoredRecord) => readonly ReducedFact[];

const bytes = (facts: readonly ReducedFact[]) => JSON.stringify(assess(facts, today, demonstration));
const made = (record: StoredRecord): Assessment => assess(reduceRecord(record), today, demonstration);

const some = records.slice(0, 2_000).map((record) => ({ record, was: made(record) }));

/** How many of the persons get other bytes when all that is protected is another and the rows come in another order. */
function changedBytes(reduce: Reduce, persons = records): number {
  return persons.filter((record, index) => {
    const other = others[index];
    return other === undefined || bytes(reduce(record)) !== bytes(reduce(other));
  }).length;
}

describe("For 10,000 random persons as the owners store them (seed 20260615)", () => {
  test("names, citizenships, birth, sex, religion, place and the order of the rows change no byte of an assessment", () => {
    expect(some.filter(({ was }) => was.state === "ASSESSED").length).toBeGreaterThan(some.length / 3);
    expect(changedBytes(reduceRecord)).toBe(0);
  });

  test("a language or an address nobody stores, so that neither could change anything", () => {
    const columns = [immigration, criminalRecords, casework].flatMap((tables) =>
      Object.values(tables).flatMap((table) => (is(table, PgTable) ? Object.keys(getTableColumns(table)) : [])),
    );
    expect(columns).toEqual(expect.arrayContaining(["citizenships", "sex", "religion", "placeOfBirth"]));
    expect(columns.filter((name) => /lang|sprach|tongue|address|street|postcode|plz/i.test(name))).toEqual([]);
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

  test.each(graverConduct(faker))("%s never lowers axis A", (_, change) => {
    expectMonotonous(change, ({ axisA }) => axisA, 1);
  });

  test.each(greaterObstacles)("%s never raises axis B", (_, change) => {
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
