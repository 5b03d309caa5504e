import { describe, expect, test } from "vitest";
import { publishedCells } from "../../../subgraphs/shell/publishedCells.ts";
import type { CountedCell } from "../../../subgraphs/shell/suppressSmallCells.ts";

const persons = (row: string, count: number): CountedCell => ({ row, column: "c", count, persons: count });
const shown = (count: number) => publishedCells([persons("a", count)])[0]?.count;

describe("Statistics are published in steps of five", () => {
  test.each([
    [4, null],
    [5, 5],
    [7, 5],
    [8, 10],
    [12, 10],
    [13, 15],
    [1_002, 1_000],
  ])("a cell of %i persons reads %s", (count, expected) => {
    expect(shown(count)).toBe(expected);
  });

  test("a shown count stands for three that could be true at the least, and for five from ten upwards", () => {
    const trueCounts = Map.groupBy(
      Array.from({ length: 203 }, (_, count) => count).filter((count) => count >= 5),
      (count) => shown(count),
    );
    const [least, ...others] = [...trueCounts.values()].map((counts) => counts.length);
    expect([least, new Set(others)]).toEqual([3, new Set([5])]);
  });

  test("of two publications between which one person came, four in five are the same", () => {
    const counts = Array.from({ length: 100 }, (_, index) => 5 + index);
    const changed = counts.filter((count) => shown(count) !== shown(count + 1));
    expect(changed.length).toBe(20);
  });

  test("cases are rounded as they are counted; whether they are shown is for their persons to say", () => {
    const cell = { row: "a", column: "c", count: 23, persons: 5 };
    expect(publishedCells([cell, persons("b", 30)])).toEqual([
      { row: "a", column: "c", count: 25 },
      { row: "b", column: "c", count: 30 },
    ]);
    expect(publishedCells([{ ...cell, persons: 4 }])).toEqual([{ row: "a", column: "c", count: null }]);
  });
});
