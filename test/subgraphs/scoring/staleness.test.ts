import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factEnd, personMerge } from "../../../subgraphs/shell/tables.ts";
import { askers } from "./askers.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";
import { worklistFacts } from "./worklistFacts.ts";
import { worklistPage } from "./worklistPage.ts";

const caseRef = "FM-2026-0001";

/** Two worlds with the same case, assessed on 1 June 2026. In one of them the consent behind it ends on 12 June. */
let unchanged: ScoringWorld;
let ended: ScoringWorld;
beforeAll(async () => {
  [unchanged, ended] = await Promise.all([openScoringWorld(), openScoringWorld()]);
  for (const world of [unchanged, ended]) {
    await world.relate({ caseRef, personRef: "P-1" });
    await world.keep(caseRef, "P-1", "2026-06-01", worklistFacts.PRIORITY);
    await world.database.insert(factEnd).values([
      { reference: "PROSECUTOR_CONSENT-1@2", endsOn: "2026-06-02" },
      { reference: "SOMEBODY-ELSE-1@1", endsOn: "2026-06-02" },
    ]);
  }
  await ended.database.insert(factEnd).values({ reference: "PROSECUTOR_CONSENT-1@1", endsOn: "2026-06-12" });
});
afterAll(() => Promise.all([unchanged.close(), ended.close()]));

async function stale(world: ScoringWorld, date: string): Promise<boolean> {
  const { data, errors } = await world.ask(
    { ...askers.rrkMuenster, date },
    "query ($references: [_Any!]!) { _entities(representations: $references) { ... on Case { recordedAssessments { stale } } } }",
    { references: [{ __typename: "Case", caseRef }] },
  );
  expect(errors).toBeUndefined();
  return data._entities[0].recordedAssessments[0].stale;
}

async function group(world: ScoringWorld, date: string) {
  const { entries } = await worklistPage(world, {}, { ...askers.rrkMuenster, date });
  return entries.map((entry) => entry.group);
}

describe("An assessment of 1 June 2026 rests on a consent that ends on 12 June, and lives until 30 August", () => {
  test.each([
    ["on the day it was made", "2026-06-01", false, false],
    ["on 11 June, the day before", "2026-06-11", false, false],
    ["on 12 June, that day", "2026-06-12", false, true],
    ["on 15 June", "2026-06-15", false, true],
    ["on its last day", "2026-08-30", false, true],
    ["a day later, when it has expired anyway", "2026-08-31", true, true],
  ])("%s (%s): without the end stale is %s, with it %s", async (_, date, without, having) => {
    expect([await stale(unchanged, date), await stale(ended, date)]).toEqual([without, having]);
    expect(await group(unchanged, date)).toEqual([without ? "STALE" : "PRIORITY"]);
    expect(await group(ended, date)).toEqual([having ? "STALE" : "PRIORITY"]);
  });

  test("the page of the worklist is still one SQL statement, and one that notes who opened it", async () => {
    expect(
      await ended.statementsOf(
        async () => void (await ended.ask(askers.rrkMuenster, "{ worklist { edges { node { group date } } } }")),
      ),
    ).toBe(2);
  });
});

describe("The person of an assessment of 1 June 2026 is merged with another on 5 June, and that is undone on 10 June", () => {
  beforeAll(async () => {
    const { database } = unchanged;
    const merge = {
      id: "LA-1",
      fromRef: "P-9",
      intoRef: "P-1",
      mergedAt: "2026-07-01T08:00:00Z",
      mergedOn: "2026-06-05",
    };
    await database.insert(personMerge).values(merge);
    await database.update(personMerge).set({ undoneAt: "2026-07-02T08:00:00Z", undoneOn: "2026-06-10" });
  });

  test.each([
    ["2026-06-04", false],
    ["2026-06-05", true],
    ["2026-06-09", true],
    ["2026-06-10", false],
  ])("on %s it is stale: %s", async (date, expected) => {
    expect(await stale(unchanged, date)).toBe(expected);
    expect(await group(unchanged, date)).toEqual([expected ? "STALE" : "PRIORITY"]);
  });
});
