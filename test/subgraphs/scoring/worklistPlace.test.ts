import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askers } from "./askers.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";
import { worklistFacts } from "./worklistFacts.ts";
import { worklistPage } from "./worklistPage.ts";

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
});
afterAll(() => world.close());

describe("The place of a case follows the date of the question", () => {
  const caseRef = "FM-2026-6010";
  const placeOn = async (date: string) => {
    const { entries } = await worklistPage(world, { first: 200 }, { ...askers.rrkMuenster, date });
    const found = entries.find((entry) => entry.caseRef === caseRef);
    return found === undefined ? null : [found.group, found.date];
  };

  test("arrival on 2 March, assessed on 1 May and again on 20 May 2026, stale after 18 August", async () => {
    await world.relate({ caseRef, personRef: "P-6010" });
    await world.keep(caseRef, "P-6010", "2026-05-20", worklistFacts.REGULAR);
    await world.keep(caseRef, "P-6010", "2026-05-01", worklistFacts.PRIORITY);
    expect(await placeOn("2026-03-01")).toBeNull();
    expect(await placeOn("2026-04-30")).toEqual(["NOT_YET_ASSESSED", "2026-03-02"]);
    expect(await placeOn("2026-05-01")).toEqual(["PRIORITY", "2026-05-01"]);
    expect(await placeOn("2026-05-20")).toEqual(["REGULAR", "2026-05-20"]);
    expect(await placeOn("2026-08-18")).toEqual(["REGULAR", "2026-05-20"]);
    expect(await placeOn("2026-08-19")).toEqual(["STALE", "2026-05-20"]);
  });
});

describe("A case drawn for an own estimate tells nothing of its band by where it stands", () => {
  const drawn = [
    ["FM-2026-6021", "2026-05-03", worklistFacts.NO_PROPOSAL],
    ["FM-2026-6022", "2026-05-02", worklistFacts.PRIORITY],
    ["FM-2026-6023", "2026-05-01", null],
  ] as const;
  const inGroup = async () =>
    (await worklistPage(world, { first: 200, group: "OWN_ESTIMATE_FIRST" })).entries.filter(({ caseRef }) =>
      caseRef.startsWith("FM-2026-602"),
    );

  test("It stands by its arrival, whether and how it was assessed", async () => {
    for (const [caseRef, since, values] of drawn) {
      await world.relate({ caseRef, personRef: `P-${caseRef}`, since });
      await world.draw(caseRef);
      if (values !== null) await world.keep(caseRef, `P-${caseRef}`, "2026-05-10", values);
    }
    expect(await inGroup()).toEqual(
      drawn.map(([caseRef, date]) => ({ group: "OWN_ESTIMATE_FIRST", date, caseRef })).reverse(),
    );
  });

  test("Once somebody gave an estimate it stands where its assessment puts it", async () => {
    const input = { caseRef: "FM-2026-6022", band: "REGULAR", reason: "Die Taten liegen lange zurück." };
    const mutation =
      "mutation ($input: RecordOwnEstimateInput!) { recordOwnEstimate(input: $input) { case { caseRef } } }";
    const { data } = await world.ask(askers.rrkMuenster, mutation, { input });
    expect(data.recordOwnEstimate.case.caseRef).toBe("FM-2026-6022");
    expect((await inGroup()).map(({ caseRef }) => caseRef)).toEqual(["FM-2026-6023", "FM-2026-6021"]);
    const { entries } = await worklistPage(world, { first: 200, group: "PRIORITY" });
    expect(entries.at(-1)).toEqual({ group: "PRIORITY", date: "2026-05-10", caseRef: "FM-2026-6022" });
  });
});
