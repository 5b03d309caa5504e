import { describe, expect, test } from "vitest";
import { suppressSmallCells } from "../../../subgraphs/scoring/suppressSmallCells.ts";

/** Counts as counted → counts as shown; null: suppressed. Rows of the table are rows here. */
const tables: readonly (readonly [string, readonly number[][], readonly (number | null)[][]])[] = [
  [
    "Counts of five and more are shown",
    [
      [5, 6],
      [7, 100],
    ],
    [
      [5, 6],
      [7, 100],
    ],
  ],
  [
    "A count under five takes the smallest of its row and of its column with it",
    [
      [4, 6, 9],
      [7, 8, 9],
      [5, 20, 30],
    ],
    [
      [null, null, 9],
      [7, 8, 9],
      [null, null, 30],
    ],
  ],
  [
    "Two small counts in one row leave their columns to be covered",
    [
      [0, 1, 9],
      [7, 8, 9],
    ],
    [
      [null, null, 9],
      [null, null, 9],
    ],
  ],
  [
    "Nothing is shown of a table that is empty",
    [
      [0, 0],
      [0, 0],
    ],
    [
      [null, null],
      [null, null],
    ],
  ],
  ["A row of one cell hides nothing by its sum", [[3]], [[null]]],
];

describe("No cell under five is shown, nor one from which it could be worked out", () => {
  test.each(tables)("%s", (_about, counted, shown) => {
    const cells = counted.flatMap((row, at) =>
      row.map((count, column) => ({ row: `r${at}`, column: `c${column}`, count })),
    );
    expect(suppressSmallCells(cells).map(({ count }) => count)).toEqual(shown.flat());
  });
});
