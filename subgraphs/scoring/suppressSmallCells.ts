/** Cell of a table of counts; `count` null: suppressed. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly count: number | null;
}

/** Fewest persons that a cell may show. */
export const cellCountMin = 5;

/**
 * Suppresses every cell under 5, zero too, and then, in each row and column where a single cell is suppressed, the smallest
 * that still shows a count: else who knows the sum of the line could work the one out.
 *
 * @param cells a full table: each row with each column once
 */
export function suppressSmallCells(cells: readonly Cell[]): readonly Cell[] {
  const shown = cells.map((cell) =>
    cell.count !== null && cell.count < cellCountMin ? { ...cell, count: null } : cell,
  );
  const lines = [
    ...Map.groupBy(shown, (cell) => cell.row).values(),
    ...Map.groupBy(shown, (cell) => cell.column).values(),
  ];
  const open = lines.find((line) => line.filter(({ count }) => count === null).length === 1 && line.length > 1);
  const [smallest] = (open ?? [])
    .filter(({ count }) => count !== null)
    .sort((left, right) => (left.count ?? 0) - (right.count ?? 0));
  return smallest === undefined
    ? shown
    : suppressSmallCells(shown.map((cell) => (cell === smallest ? { ...cell, count: null } : cell)));
}
