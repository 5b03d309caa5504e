import { describe, expect, test } from "vitest";
import { counts } from "../../validity/report/counts.ts";
import { groupDifferences } from "../../validity/report/groupDifferences.ts";
import { groupShares } from "../../validity/report/groupShares.ts";
import { share } from "../../validity/report/share.ts";

const label = { de: "-", en: "-" };

describe("Rows of a table that counts persons", () => {
  test.each<[string, readonly number[], readonly (number | null)[]]>([
    ["from five on are shown, and so is nobody", [5, 0, 80], [5, 0, 80]],
    ["under five are suppressed; alone, the next smallest goes along", [4, 9, 80], [null, null, 80]],
    ["two under five hide each other", [4, 1, 80], [null, null, 80]],
    ["one under five beside nobody is suppressed alone", [3, 0], [null, 0]],
  ])("%s", (_, given, shown) => {
    const rows = given.map((count, index) => ({ id: String(index), label, count }));
    expect(counts(rows).map(({ value }) => value)).toEqual(shown);
  });
});

describe("Shares of groups", () => {
  const groups = (...pairs: readonly (readonly [hits: number, base: number])[]) =>
    pairs.map(([hits, base], index) => ({ id: String(index), label, hits, base }));
  const stateOf = (...pairs: readonly (readonly [number, number])[]) =>
    groupShares(groups(...pairs), 30).map(({ state }) => state);

  test.each<[string, readonly (readonly [number, number])[], readonly string[]]>([
    [
      "of enough persons are shown",
      [
        [20, 50],
        [30, 60],
      ],
      ["SHOWN", "SHOWN"],
    ],
    [
      "of fewer than asked for are thin",
      [
        [10, 20],
        [30, 60],
      ],
      ["THIN", "SHOWN"],
    ],
    [
      "with four to whom it applies hide, and the smallest other with them",
      [
        [4, 50],
        [30, 60],
        [30, 90],
      ],
      ["SUPPRESSED", "SUPPRESSED", "SHOWN"],
    ],
    [
      "with four to whom it does not apply hide as well",
      [
        [46, 50],
        [4, 60],
        [30, 90],
      ],
      ["SUPPRESSED", "SUPPRESSED", "SHOWN"],
    ],
    [
      "“all of a group” and “nobody of a group” are not told",
      [
        [50, 50],
        [0, 60],
        [30, 90],
      ],
      ["SUPPRESSED", "SUPPRESSED", "SHOWN"],
    ],
    [
      "a group of nobody says that there is none",
      [
        [0, 0],
        [30, 60],
      ],
      ["NONE", "SHOWN"],
    ],
  ])("%s", (_, given, states) => {
    expect(stateOf(...given)).toEqual(states);
  });

  test("have bases to the nearest five, and figures to two places", () => {
    expect(groupShares(groups([21, 52], [30, 63]), 30)).toMatchObject([
      { value: 0.4, base: 50 },
      { value: 0.48, base: 65 },
    ]);
  });

  test("against all others: 20 of 50 beside 30 of 60 lie ten points below, and zero is within the interval", () => {
    const [first] = groupDifferences(groups([20, 50], [30, 60]), 30);
    expect(first).toMatchObject({ value: -0.1, state: "SHOWN" });
    expect([(first?.low ?? 0) < 0, (first?.high ?? 0) > 0]).toEqual([true, true]);
  });
});

test.each<[number, number, string]>([
  [0, 0, "NONE"],
  [2, 4, "SUPPRESSED"],
  [2, 5, "THIN"],
  [12, 30, "SHOWN"],
])("A share of %i among %i is %s where thirty are asked for", (hits, base, state) => {
  const items = Array.from({ length: base }, (_, index) => index < hits);
  expect(share("x", label, items, Boolean, 30).state).toBe(state);
});
