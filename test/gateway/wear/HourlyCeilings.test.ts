import { expect, test } from "vitest";
import { type CountedFor, HourlyCeilings } from "../../../gateway/wear/HourlyCeilings.ts";

const minute = 60_000;
const caseworker: CountedFor = { office: "RRK_MUENSTER", person: "rrk-ms-0141", purpose: "WORKLIST" };
const four = () =>
  new HourlyCeilings({ limit: "personsAnHourMax", words: "persons" }, (purpose) => (purpose === "WORKLIST" ? 4 : 1));

function admitted(ceilings: HourlyCeilings, persons: readonly string[], now: number, who = caseworker): boolean {
  try {
    ceilings.admit(who, persons, now);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "CEILING_REACHED", details: { limit: "personsAnHourMax" } });
    return false;
  }
}

/** In order, on one count of at most four persons: minute, persons, whether they are admitted. */
const steps: readonly (readonly [number, readonly string[], boolean, string])[] = [
  [0, ["A", "B"], true, "two of four"],
  [10, ["A", "B", "B"], true, "the same two again count once"],
  [20, ["C", "D", "E"], false, "three further would be five"],
  [20, ["C", "D"], true, "the refusal counted nothing, so that two further are four"],
  [30, ["A", "C"], true, "at the ceiling, persons already counted are still shown"],
  [30, ["E"], false, "one more than four"],
  [69, ["E"], false, "B left an hour after it was seen last, not after it was seen first"],
  [70, ["E"], true, "at 10 minutes B was seen last; an hour later there is room for one"],
  [79, ["F"], false, "C was seen again at 30"],
  [81, ["F"], true, "D is gone"],
];

test("Four persons within an hour that slides.", () => {
  const ceilings = four();
  for (const [at, persons, holds, why] of steps) expect(admitted(ceilings, persons, at * minute), why).toBe(holds);
});

test.each([
  ["another purpose", { ...caseworker, purpose: "CASE_MANAGEMENT" }],
  ["another person of the office", { ...caseworker, person: "rrk-ms-0100" }],
  ["the same staff id in another office", { ...caseworker, office: "RRK_KOELN" }],
])("%s has a count of its own.", (_, other) => {
  const ceilings = four();
  expect(admitted(ceilings, ["A", "B", "C", "D"], 0)).toBe(true);
  expect(admitted(ceilings, ["E"], 0, other)).toBe(true);
  expect(admitted(ceilings, ["E"], 0)).toBe(false);
});

test("Room that is asked for is not counted.", () => {
  const ceilings = four();
  ceilings.admit(caseworker, ["A", "B"], 0, 2);
  expect(() => ceilings.admit(caseworker, ["C"], 0, 2)).toThrow(/more than 4 persons/);
  expect(admitted(ceilings, ["C", "D"], 0)).toBe(true);
});

test("What happened already is counted beyond the ceiling, and then nobody further is admitted.", () => {
  const ceilings = four();
  ceilings.count(caseworker, ["A", "B", "C", "D", "E"], 0);
  expect(admitted(ceilings, ["A", "E"], 0)).toBe(true);
  expect(admitted(ceilings, ["F"], 0)).toBe(false);
  expect(admitted(ceilings, [], 0)).toBe(true);
});

test("A clock that is set back shortens no window.", () => {
  const ceilings = four();
  expect(admitted(ceilings, ["A", "B", "C", "D"], 90 * minute)).toBe(true);
  expect(admitted(ceilings, ["A"], 20 * minute)).toBe(true);
  expect(admitted(ceilings, ["E"], 149 * minute)).toBe(false);
  expect(admitted(ceilings, ["E"], 151 * minute)).toBe(true);
});
