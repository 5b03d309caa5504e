import { type CountedCell, type ShownCell, suppressSmallCells } from "./suppressSmallCells.ts";

/** Counts are shown in steps of as many. */
const stepOfCounts = 5;

/**
 * A table of statistics as it is published: small cells and those that give them away are suppressed, and every other count is rounded to
 * the nearest multiple of five. So a shown count stands for several that could be true, and of the changes of a
 * cell by one person, four in five change nothing that is shown (decision 0017).
 *
 * @param cells a full table: each row with each column once
 * @returns the cells in the same order
 */
export function publishedCells(cells: readonly CountedCell[]): readonly ShownCell[] {
  return suppressSmallCells(cells).map((cell) => ({ ...cell, count: rounded(cell.count) }));
}

function rounded(count: number | null): number | null {
  return count === null ? null : stepOfCounts * Math.round(count / stepOfCounts);
}
