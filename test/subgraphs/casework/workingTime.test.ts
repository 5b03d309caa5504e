import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { personBit } from "../../../subgraphs/casework/workingTime/personBit.ts";
import { shownBins } from "../../../subgraphs/casework/workingTime/shownBins.ts";
import { anAdmittedCase } from "./aCase.ts";
import { aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";
import { mutate } from "./mutate.ts";

const caseRef = "FM-2026-0001";
const cellOfMay = "RRK_MUENSTER setDeadline 2026-05";
const question = "{ workingTime { rrk step month steps minutes minutesSquared histogram { upTo steps } } }";

/** Members of staff who leave six different marks: two who share a place would count as one. */
const staff = [...Array(60).keys()]
  .map((number) => `rrk-ms-${number}`)
  .filter((person, at, all) => all.findIndex((other) => bitOf(other) === bitOf(person)) === at)
  .slice(0, 6);

function bitOf(person: string): number {
  return personBit(person, cellOfMay);
}

let world: CaseworkWorld;
const on = (date: string, person = "rrk-ms-1"): GrantClaims => ({ ...askers.rrkMuenster, date, person });
const deadline = { caseRef, kind: "CASE_REVIEW", eventDay: "2026-05-04", length: 3, unit: "MONTH" };

const setDeadline = (person: string, workingMinutes: number | null, date = "2026-05-20") =>
  mutate(world, on(date, person), "setDeadline", { ...deadline, workingMinutes });

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(aPerson("P-ADMITTED", anAdmittedCase(caseRef)));
  for (const [index, person] of staff.slice(0, 4).entries())
    expect((await setDeadline(person, 10 + index)).code).toBeNull();
});
afterAll(() => world.close());

describe("Working time", () => {
  test("of four members of staff is not shown, and no row names one of them or a case", async () => {
    expect((await world.ask(on("2026-06-01"), question)).data?.workingTime).toEqual([]);
    const rows = await world.rows(sql`SELECT * FROM casework.working_time ORDER BY up_to_minutes`);
    expect(rows.map(({ steps }) => steps)).toEqual([1, 3]);
    expect(JSON.stringify(rows)).not.toMatch(/rrk-ms|FM-|P-/);
  });

  test("of five is shown with sum, sum of squares and a histogram whose bins stand for five each, from the first day of the next month", async () => {
    expect((await setDeadline(staff[4] ?? "", 60)).code).toBeNull();
    const cell = { rrk: "RRK_MUENSTER", step: "setDeadline", month: "2026-05", steps: 5, minutes: 106 };
    expect((await world.ask(on("2026-05-31"), question)).data?.workingTime).toEqual([]);
    expect((await world.ask(on("2026-06-01"), question)).data?.workingTime).toEqual([
      { ...cell, minutesSquared: 100 + 121 + 144 + 169 + 3600, histogram: [{ upTo: 60, steps: 5 }] },
    ]);
  });

  test("is left out as it pleases: a step without minutes is taken, and counts nowhere", async () => {
    const before = await world.rows(sql`SELECT * FROM casework.working_time ORDER BY up_to_minutes`);
    expect((await setDeadline("rrk-ms-1", null)).code).toBeNull();
    expect(await world.rows(sql`SELECT * FROM casework.working_time ORDER BY up_to_minutes`)).toEqual(before);
  });

  test.for([0, -5, 481])("of %d minutes is refused with the field, and the step is not taken", async (minutes) => {
    const events = sql`SELECT count(*)::int AS count FROM casework.case_event`;
    const before = await world.rows(events);
    expect(await setDeadline("rrk-ms-1", minutes)).toMatchObject({
      code: "INVALID_INPUT",
      field: "input.workingMinutes",
    });
    expect(await world.rows(events)).toEqual(before);
  });

  test("of another office than an RRK is refused, before anybody is looked for", async () => {
    const input = { personRef: "P-NOBODY", ground: "OFFENCES", reason: "Nach Prüfung der Akten.", workingMinutes: 20 };
    expect(await mutate(world, askers.abhBorken, "proposeCase", input)).toMatchObject({
      code: "INVALID_INPUT",
      field: "input.workingMinutes",
    });
  });

  test("of a step that fails is not kept", async () => {
    const before = await world.rows(sql`SELECT * FROM casework.working_time`);
    const resume = { caseRef, reason: "Nach Prüfung der Akten.", workingMinutes: 20 };
    expect((await mutate(world, on("2026-05-20"), "resumeCase", resume)).code).toBe("CONFLICT");
    expect(await world.rows(sql`SELECT * FROM casework.working_time`)).toEqual(before);
  });
});

describe("Bins of a histogram", () => {
  const five = 0b11111;
  const bins = (...kept: readonly (readonly [number, number, number])[]) =>
    shownBins(kept.map(([upTo, steps, persons]) => ({ upTo, steps, persons })));

  test.for([
    ["four persons in all are nothing", [[5, 9, 0b1111]], []],
    [
      "the same four in two bins are not eight",
      [
        [5, 4, 0b1111],
        [10, 4, 0b1111],
      ],
      [],
    ],
    [
      "two bins of five stay apart",
      [
        [5, 6, five],
        [10, 7, five],
      ],
      [
        [5, 6],
        [10, 7],
      ],
    ],
    [
      "a bin of two waits for the next",
      [
        [5, 2, 0b11],
        [10, 3, 0b11100],
      ],
      [[10, 5]],
    ],
    [
      "what is left at the end goes to the bin before",
      [
        [5, 6, five],
        [480, 1, 0b1],
      ],
      [[480, 7]],
    ],
  ] as const)("%s", ([, kept, shown]) => {
    expect(bins(...kept)).toEqual(shown.map(([upTo, steps]) => ({ upTo, steps })));
  });
});
