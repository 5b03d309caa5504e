import { expect, test } from "vitest";
import { CoordinateSet } from "../../../gateway/audit/CoordinateSet.ts";
import { LoggedDecision } from "../../../gateway/audit/LoggedDecision.ts";

/** More than two words of bits hold. */
const all = Array.from({ length: 70 }, (_, each) => `Person.field${each}`);
const named = (...positions: readonly number[]) => positions.map((position) => `Person.field${position}`);

test.each([
  [[], []],
  [[0], [0, 29, 30, 69]],
  [[1, 29], [30]],
  [[69], [69]],
])("The coordinates %j and %j together are those of both, each once", (left, right) => {
  const together = CoordinateSet.of(all, named(...left)).with(CoordinateSet.of(all, named(...right)));
  expect(new Set(together)).toEqual(new Set([...named(...left), ...named(...right)]));
});

test("Whoever has nothing to add is given the same set, and every other set has another key", () => {
  const both = CoordinateSet.of(all, named(3, 33));
  expect(both.with(CoordinateSet.of(all, named(33)))).toBe(both);
  const keys = all.map((_, position) => CoordinateSet.of(all, named(position)).key);
  expect(new Set([...keys, both.key, CoordinateSet.of(all, []).key]).size).toBe(all.length + 2);
});

test("Coordinates of two decisions cannot be put together", () => {
  expect(() => CoordinateSet.of(all, []).with(CoordinateSet.of([...all], []))).toThrow(RangeError);
  expect(() => CoordinateSet.of(all, ["Person.other"])).toThrow(RangeError);
});

test("Sets of two lists that happen to have one key are put on record each as what it holds", () => {
  const [first = "", second = ""] = all;
  const decision = new LoggedDecision({
    policyVersion: "0123456789abcdef",
    allowed: [first, second].map((coordinate) => ({ coordinate, rules: ["R-RRK-01"] })),
    withheld: [],
    tested: [],
    combined: [],
  });
  const sets = [CoordinateSet.of([first, second], [first]), CoordinateSet.of([second, first], [second])];
  expect(sets[0]?.key).toBe(sets[1]?.key);
  expect(sets.map((each) => decision.positionsOf(each))).toEqual([[0], [1]]);
  expect(decision.positionsOf(CoordinateSet.of([first, second], [second]))).toEqual([1]);
});
