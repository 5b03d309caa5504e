import { afterAll, beforeAll, expect, test } from "vitest";
import { casePart, keptAssessment } from "../../../subgraphs/shell/tables.ts";
import { aCase } from "./aCase.ts";
import { aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";
import { mutate } from "./mutate.ts";

let world: CaseworkWorld;
let number = 0;

/** Decides so many new cases of RRK Münster alike. */
async function decide(count: number, decision: object): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    number += 1;
    const caseRef = `FM-2026-${number}`;
    await world.populate(aPerson(`P-${number}`, aCase(caseRef, { state: "CHECKED" })));
    const reason = "Nach Prüfung der Akten im Einzelfall entschieden.";
    const factId = `RA-${number}`;
    const seen = "followsBand" in decision ? { seenAssessment: factId } : {};
    const { owner } = world.store;
    await owner.insert(keptAssessment).values({ factId, caseRef });
    await owner.insert(casePart).values({ caseRef, person: "RRK_MUENSTER-07", part: "OPENED_SCORE" });
    const { code } = await mutate(world, askers.rrkMuenster, "decideAdmission", {
      caseRef,
      reason,
      ...seen,
      ...decision,
    });
    expect(code).toBeNull();
  }
}

beforeAll(async () => {
  world = await openCaseworkWorld();
  await decide(8, { outcome: "ADMIT", followsBand: true });
  await decide(5, { outcome: "ADMIT", followsBand: false });
  await decide(7, { outcome: "REJECT", followsBand: false });
  await decide(6, { outcome: "ADMIT" });
  await decide(8, { outcome: "REJECT", followsBand: true });
  await decide(5, { outcome: "REJECT" });
  await world.block("P-1");
});
afterAll(() => world.close());

test("On 15 June 2026 overrides are counted both ways, without the person under the large transfer block", async () => {
  const { data, errors } = await world.ask(askers.rrkMuenster, "{ decisionStatistics { row column count } }");
  expect(errors).toBeUndefined();
  expect(data?.decisionStatistics).toEqual([
    { row: "ADMIT", column: "FOLLOWS_BAND", count: 5 },
    { row: "ADMIT", column: "DEVIATES_FROM_BAND", count: 5 },
    { row: "ADMIT", column: "NO_ASSESSMENT_SEEN", count: 5 },
    { row: "REJECT", column: "FOLLOWS_BAND", count: 10 },
    { row: "REJECT", column: "DEVIATES_FROM_BAND", count: 5 },
    { row: "REJECT", column: "NO_ASSESSMENT_SEEN", count: 5 },
  ]);
});

test("Once a cell falls under five persons, it is hidden with what would tell it", async () => {
  for (const personRef of ["P-2", "P-3", "P-4"]) await world.block(personRef);
  const { data } = await world.ask(askers.rrkMuenster, "{ decisionStatistics { row column count } }");
  const cells = data?.decisionStatistics as readonly { row: string; column: string; count: number | null }[];
  const hidden = cells.filter(({ count }) => count === null).map(({ row, column }) => `${row} ${column}`);
  expect(hidden).toContain("ADMIT FOLLOWS_BAND");
  expect(hidden.length).toBeGreaterThanOrEqual(4);
});
