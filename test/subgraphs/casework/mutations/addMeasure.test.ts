import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { today } from "../../today.ts";
import { aCase, anAdmittedCase } from "../aCase.ts";
import { aPerson } from "../aPerson.ts";
import { askers } from "../askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "../caseworkWorld.ts";
import { mutate } from "../mutate.ts";
import { storedCase } from "../storedCase.ts";

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(
    aPerson("P-PROPOSED", aCase("FM-2026-0001")),
    aPerson("P-CHECKED", aCase("FM-2026-0002", { state: "CHECKED" })),
    aPerson("P-ADMITTED", anAdmittedCase("FM-2026-0003")),
    aPerson("P-SUSPENDED", anAdmittedCase("FM-2026-0004", { state: "SUSPENDED" })),
    aPerson("P-CLOSED", anAdmittedCase("FM-2026-0005", { state: "CLOSED", closedOn: "2026-06-01" })),
    aPerson("P-SIMULTANEOUS", anAdmittedCase("FM-2026-0006")),
  );
});
afterAll(() => world.close());

const hearing = { kind: "HEARING", office: "POLICE_MUENSTER", dueOn: "2026-07-01" };
const add = (caseRef: string, changes: object) =>
  mutate(world, askers.rrkMuenster, "addMeasure", { caseRef, ...hearing, ...changes });

describe("On 15 June 2026 RRK Münster", () => {
  test("gives the police of Münster a measure in an admitted case, which makes the police a participant", async () => {
    const before = await storedCase(world, "FM-2026-0003");
    expect(await add("FM-2026-0003", {})).toEqual({ caseRef: "FM-2026-0003", code: null, field: null });
    const after = await storedCase(world, "FM-2026-0003");
    expect(after.record).toEqual(before.record);
    expect(after.measures).toEqual([
      ...before.measures,
      { kind: "HEARING", office: "POLICE_MUENSTER", due_on: "2026-07-01", state: "OPEN" },
    ]);
    expect(after.events).toEqual([
      ...before.events,
      { kind: "MEASURE_ADDED", office: "RRK_MUENSTER", by: "RRK_MUENSTER-07", on: today },
    ]);
    const participation = { kind: "PARTICIPATING_CASE", office: "POLICE_MUENSTER", since: today, until: null };
    expect(after.relations).toContainEqual(participation);
    expect(after.relations).toHaveLength(before.relations.length + 1);
  });

  test.each([
    ["the immigration authority, a participant already", "ABH_05554"],
    ["itself, which has the case already", "RRK_MUENSTER"],
  ])("gives a measure due today to %s: no further relation", async (_, office) => {
    await add("FM-2026-0003", { office });
    const before = await storedCase(world, "FM-2026-0003");
    expect(await add("FM-2026-0003", { office, dueOn: today })).toMatchObject({ code: null });
    const after = await storedCase(world, "FM-2026-0003");
    expect(after.measures).toHaveLength(before.measures.length + 1);
    expect(after.relations).toEqual(before.relations);
  });

  test.each([
    ["an unknown office", { office: "ABH_NOWHERE" }, "input.office"],
    ["the ministry, which carries out no measure", { office: "MKJFGFI" }, "input.office"],
    ["the data subject", { office: "DATA_SUBJECT" }, "input.office"],
    ["a day that has passed, 14 June", { dueOn: "2026-06-14" }, "input.dueOn"],
  ])("is told the field for %s, and nothing is written", async (_, changes, field) => {
    const before = await storedCase(world, "FM-2026-0003");
    expect(await add("FM-2026-0003", changes)).toEqual({ caseRef: null, code: "INVALID_INPUT", field });
    expect(await storedCase(world, "FM-2026-0003")).toEqual(before);
  });

  test.each([
    ["proposed", "FM-2026-0001"],
    ["checked", "FM-2026-0002"],
    ["suspended", "FM-2026-0004"],
    ["closed", "FM-2026-0005"],
  ])("adds no measure to a %s case", async (_, caseRef) => {
    const before = await storedCase(world, caseRef);
    expect(await add(caseRef, {})).toEqual({ caseRef: null, code: "CONFLICT", field: null });
    expect(await storedCase(world, caseRef)).toEqual(before);
  });

  test("adds four measures at once: each has an id and a place in the history of its own", async () => {
    const before = await storedCase(world, "FM-2026-0006");
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => add("FM-2026-0006", {})));
    expect(outcomes.map(({ code }) => code)).toEqual([null, null, null, null]);
    const after = await storedCase(world, "FM-2026-0006");
    expect(after.measures).toHaveLength(before.measures.length + 4);
    expect(after.events).toHaveLength(before.events.length + 4);
  });
});
