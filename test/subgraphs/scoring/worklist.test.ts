import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { worklistGroups } from "../../../subgraphs/scoring/worklistGroups.ts";
import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import { encodeCursor } from "../../../subgraphs/shell/connection.ts";
import { askers } from "./askers.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";
import { worklistFacts } from "./worklistFacts.ts";
import { type Entry, worklistQuery as query, worklistPage } from "./worklistPage.ts";

const totalQuery = "query ($group: WorklistGroup) { worklist(first: 1, group: $group) { totalCount } }";

/** Cases of RRK Münster, a number in each group, several on the same day. */
const expected: readonly Entry[] = worklistGroups
  .flatMap((group, place) =>
    Array.from({ length: 7 + (place % 3) }, (_, at) => ({
      group,
      date: addDays(group === "STALE" ? "2026-03-01" : "2026-04-01", Math.floor(at / 2)),
      caseRef: `FM-2026-${5000 + ((at * 37 + place * 11) % 400)}`,
    })),
  )
  .sort(
    (left, right) =>
      worklistGroups.indexOf(left.group) - worklistGroups.indexOf(right.group) ||
      left.date.localeCompare(right.date) ||
      left.caseRef.localeCompare(right.caseRef),
  );

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  for (const { group, date, caseRef } of expected) {
    const personRef = `P-${caseRef}`;
    const since = group === "NOT_YET_ASSESSED" || group === "OWN_ESTIMATE_FIRST" ? date : "2026-02-15";
    await world.relate({ caseRef, personRef, since });
    if (group === "OWN_ESTIMATE_FIRST") await world.draw(caseRef);
    else if (group === "STALE") await world.keep(caseRef, personRef, date, worklistFacts.PRIORITY);
    else if (group !== "NOT_YET_ASSESSED") await world.keep(caseRef, personRef, date, worklistFacts[group]);
  }
});
afterAll(() => world.close());

async function allPages(first: number, variables: object = {}): Promise<readonly Entry[]> {
  const read: Entry[] = [];
  for (let after: string | null = null; ; ) {
    const { entries, pageInfo } = await worklistPage(world, { ...variables, first, after });
    read.push(...entries);
    if (!pageInfo.hasNextPage) return read;
    after = pageInfo.endCursor;
  }
}

describe("On 15 June 2026 RRK Münster reads its worklist", () => {
  test("of 63 cases: by group in the order of the contract, inside a group the oldest first, then by case reference", async () => {
    expect(expected).toHaveLength(63);
    expect((await worklistPage(world, { first: 200 })).entries).toEqual(expected);
  });

  test.each([1, 7, 20, 62, 63])("in pages of %i: every case once, in the same order", async (first) => {
    expect(await allPages(first)).toEqual(expected);
  });

  test.each(worklistGroups)("of the group %s alone, with its total", async (group) => {
    const ofGroup = expected.filter((entry) => entry.group === group);
    expect(await allPages(3, { group })).toEqual(ofGroup);
    const { data } = await world.ask(askers.rrkMuenster, totalQuery, { group });
    expect(data.worklist.totalCount).toBe(ofGroup.length);
  });

  test("with one SQL statement a page, one that notes who opened it, one more for the relations of its cases, and one more for a total", async () => {
    expect(await world.statementsOf(() => world.ask(askers.rrkMuenster, query, { first: 50 }))).toBe(3);
    expect(await world.statementsOf(() => world.ask(askers.rrkMuenster, totalQuery))).toBe(3);
    const bare = "{ worklist(first: 50) { edges { node { group date } } } }";
    expect(await world.statementsOf(() => world.ask(askers.rrkMuenster, bare))).toBe(2);
  });

  test.each([
    ["a page of none", { first: 0 }, "first"],
    ["a page of 201", { first: 201 }, "first"],
    ["a cursor that is none", { after: "nonsense" }, "after"],
    ["a cursor of another list", { after: encodeCursor(["a", "b"]) }, "after"],
    ["a cursor with a date that is none", { after: encodeCursor([0, "soon", "FM-1"]) }, "after"],
  ])("but not %s", async (_about, variables, field) => {
    const { errors } = await world.ask(askers.rrkMuenster, query, variables);
    expect(errors?.[0]?.extensions).toEqual({ code: "INVALID_INPUT", field });
  });
});

describe("The worklist holds what the grant lets through, and nothing else", () => {
  test("RRK Köln reads none of them", async () => {
    expect((await worklistPage(world, { first: 200 }, askers.rrkKoeln)).entries).toEqual([]);
  });

  test("Whoever may list cases but not read bands reads none, since the order would tell the band", async () => {
    const entries = askers.rrkMuenster.entries.map((entry) =>
      entry.category === "ASSESSMENT_BAND" ? { ...entry, when: ["PARTICIPATING_CASE"] } : entry,
    );
    expect((await worklistPage(world, { first: 200 }, { ...askers.rrkMuenster, entries })).entries).toEqual([]);
  });

  test("A case in which the RRK only takes part, one that has ended and one that begins tomorrow are not on it", async () => {
    await world.relate(
      { caseRef: "FM-2026-6001", personRef: "P-6001", kind: "PARTICIPATING_CASE" },
      { caseRef: "FM-2026-6002", personRef: "P-6002", until: "2026-06-14" },
      { caseRef: "FM-2026-6003", personRef: "P-6003", since: "2026-06-16" },
    );
    expect((await worklistPage(world, { first: 200 })).entries).toEqual(expected);
  });

  test("A person who comes under the large transfer block leaves it, the total too", async () => {
    await world.relate({ caseRef: "FM-2026-6004", personRef: "P-6004" });
    expect((await worklistPage(world, { first: 200 })).entries).toHaveLength(64);
    await world.block("P-6004");
    expect((await worklistPage(world, { first: 200 })).entries).toEqual(expected);
    expect((await world.ask(askers.rrkMuenster, totalQuery)).data.worklist.totalCount).toBe(63);
  });
});
