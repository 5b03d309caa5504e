/** A cell of a table of statistics; `count` null: suppressed. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly count: number | null;
}

/** Cells with fewer persons show no count. */
const cellMin = 5;

/**
 * Hides the counts of small cells, then, as long as a row or column hides exactly one, its smallest other cell: with a total from
 * elsewhere a single hidden cell could be worked out.
 */
export function suppressSmallCells(cells: readonly Cell[]): readonly Cell[] {
  let shown = cells.map((cell) => ((cell.count ?? 0) < cellMin ? { ...cell, count: null } : cell));
  for (;;) {
    const exposing = [...linesOf(shown)].find((line) => line.filter(({ count }) => count === null).length === 1);
    const smallest = exposing === undefined ? undefined : smallestShown(exposing);
    if (smallest === undefined) return shown;
    shown = shown.map((cell) => (cell === smallest ? { ...cell, count: null } : cell));
  }
}

function linesOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows = Map.groupBy(cells, ({ row }) => row).values();
  const columns = Map.groupBy(cells, ({ column }) => column).values();
  return [...rows, ...columns].filter((line) => line.some(({ count }) => count !== null));
}

function smallestShown(line: readonly Cell[]): Cell | undefined {
  return line
    .filter(({ count }) => count !== null)
    .toSorted((left, right) => (left.count ?? 0) - (right.count ?? 0))
    .at(0);
}
