import { base, Faker } from "@faker-js/faker";
import { describe, expect, test } from "vitest";
import { type CountedCell, suppressSmallCells } from "../../../subgraphs/shell/suppressSmallCells.ts";

type Table = readonly (readonly number[])[];
type ShownTable = readonly (readonly (number | null)[])[];

/** Counts as they are shown; each is one of as many persons. */
function shownOf(counts: Table): ShownTable {
  const cells = counts.flatMap((line, row) =>
    line.map((count, column): CountedCell => ({ row: `r${row}`, column: `c${column}`, count, persons: count })),
  );
  const shown = suppressSmallCells(cells).map(({ count }) => count);
  const width = counts[0]?.length ?? 0;
  return counts.map((_, row) => shown.slice(row * width, (row + 1) * width));
}

// biome-ignore format: the tables are to be read as tables
const tables: readonly (readonly [string, Table, ShownTable])[] = [
  ["Counts of five and more are shown",
    [[5, 6],
     [7, 100]],
    [[5, 6],
     [7, 100]]],
  ["Four are not, nor the three that give them away by the sums of a row and a column",
    [[4, 7, 9],
     [6, 8, 9],
     [9, 9, 9]],
    [[null, null, 9],
     [null, null, 9],
     [9, 9, 9]]],
  ["The three hide as few as possible",
    [[4, 9, 6],
     [7, 8, 20],
     [30, 31, 32]],
    [[null, null, 6],
     [null, null, 20],
     [30, 31, 32]]],
  ["Nobody is as little shown as somebody",
    [[0, 5],
     [5, 5]],
    [[null, null],
     [null, null]]],
  ["Two small counts in a row are covered by the same row",
    [[1, 2, 9],
     [8, 7, 9],
     [6, 9, 9]],
    [[null, null, 9],
     [null, null, 9],
     [6, 9, 9]]],
  ["Small counts cover each other",
    [[1, 2, 9],
     [3, 4, 9]],
    [[null, null, 9],
     [null, null, 9]]],
  ["Two that are nobody do not cover each other: who knows the sum of the row would know both",
    [[0, 0, 9],
     [7, 8, 9],
     [9, 9, 9]],
    [[null, null, null],
     [null, null, null],
     [9, 9, 9]]],
  ["Two pairs that cover each other do not cover a fifth between them",
    [[1, 2, 3, 9],
     [2, 1, 9, 9],
     [9, 9, 2, 1],
     [9, 9, 1, 2]],
    [[null, null, null, 9],
     [null, null, null, 9],
     [9, 9, null, null],
     [9, 9, null, null]]],
  ["An empty row hides nothing of the others",
    [[5, 6, 7],
     [0, 0, 0],
     [8, 9, 10]],
    [[5, 6, 7],
     [null, null, null],
     [8, 9, 10]]],
  ["Where one row alone holds anybody, another of it is hidden with a small one",
    [[0, 0, 0],
     [3, 7, 8],
     [0, 0, 0]],
    [[null, null, null],
     [null, null, 8],
     [null, null, null]]],
  ["Nothing is shown of an empty table", [[0, 0], [0, 0]], [[null, null], [null, null]]],
  ["A table of one row is hidden as a whole", [[3, 8, 9]], [[null, null, null]]],
  ["A table of one cell hides it", [[4]], [[null]]],
];

describe("No cell of fewer than five persons is shown", () => {
  test.each(tables)("%s", (_, counted, shown) => {
    expect(shownOf(counted)).toEqual(shown);
  });

  test("Five cases of four persons are not shown, five of five are", () => {
    const cell = { row: "PROPOSED", column: "RRK_MUENSTER", count: 5 };
    expect(suppressSmallCells([{ ...cell, persons: 4 }])).toEqual([{ ...cell, count: null }]);
    expect(suppressSmallCells([{ ...cell, persons: 5 }])).toEqual([cell]);
  });
});

/** Every table that a reader can think of who sees what is shown and knows the sums of all rows and columns. */
function* thinkable(shown: ShownTable, rowSums: readonly number[], columnSums: readonly number[]): Generator<Table> {
  const [line, ...lines] = shown;
  if (line === undefined) {
    if (sum(columnSums) === 0) yield [];
    return;
  }
  const [rowSum = 0, ...rowSumsLeft] = rowSums;
  for (const first of thinkableLines(line, rowSum, columnSums)) {
    const columnSumsLeft = columnSums.map((total, column) => total - (first[column] ?? 0));
    for (const rest of thinkable(lines, rowSumsLeft, columnSumsLeft)) yield [first, ...rest];
  }
}

function* thinkableLines(
  [first, ...others]: readonly (number | null)[],
  total: number,
  [most = 0, ...mostOfOthers]: readonly number[],
): Generator<readonly number[]> {
  if (first === undefined) {
    if (total === 0) yield [];
    return;
  }
  const any = Array.from({ length: Math.min(total, most) + 1 }, (_, value) => value);
  for (const value of first === null ? any : any.filter((each) => each === first)) {
    for (const rest of thinkableLines(others, total - value, mostOfOthers)) yield [value, ...rest];
  }
}

/** The cells `row column` that have the same count in every table that the reader can think of. */
function workedOut(counts: Table, shown: ShownTable): ReadonlySet<string> {
  const columnSums = counts.reduce<readonly number[]>(
    (sums, line) => line.map((count, column) => count + (sums[column] ?? 0)),
    [],
  );
  let settled = new Set(counts.flatMap((line, row) => line.map((_, column) => `${row} ${column}`)));
  for (const table of thinkable(shown, counts.map(sum), columnSums)) {
    const differs = (place: string) => {
      const [row = 0, column = 0] = place.split(" ").map(Number);
      return table[row]?.[column] !== counts[row]?.[column];
    };
    settled = new Set([...settled].filter((place) => !differs(place)));
    if (settled.size === 0) break;
  }
  return settled;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

describe("No such cell can be worked out from those that are shown and the sums of all rows and columns", () => {
  const faker = new Faker({ locale: base, seed: 1 });
  const count = () => faker.helpers.arrayElement([0, 0, 0, 1, 2, 4, 5, 6, 9]);
  const line = (length: number) => Array.from({ length }, count);
  const drawn = Array.from(
    { length: 100 },
    (_, index) => [Array.from({ length: 3 }, () => line(2 + (index % 2)))] as const,
  );

  test.each(drawn)("%j", (counted) => {
    const small = counted.flatMap((row, at) => row.flatMap((value, column) => (value < 5 ? [`${at} ${column}`] : [])));
    const evenOfNothing = workedOut(
      counted,
      counted.map((row) => row.map(() => null)),
    );
    const found = workedOut(counted, shownOf(counted));
    expect(small.filter((place) => found.has(place) && !evenOfNothing.has(place))).toEqual([]);
  });
});
