/** A cell of a table of statistics; `count` null: suppressed. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly count: number | null;
}

/** Cells with fewer persons show no count. */
const cellMin = 5;

/**
 * Hides the counts of small cells, then, as long as a row or column hides exactly one, a second cell of it: with a total from
 * elsewhere a single hidden cell could be worked out.
 */
export function suppressSmallCells(cells: readonly Cell[]): readonly Cell[] {
  let table = cells.map((cell) => ((cell.count ?? 0) < cellMin ? { ...cell, count: null } : cell));
  for (;;) {
    const exposing = linesOf(table).find((line) => line.filter(isHidden).length === 1 && line.length > 1);
    if (exposing === undefined) return table;
    const second = secondToHide(exposing, table);
    table = table.map((cell) => (cell === second ? { ...cell, count: null } : cell));
  }
}

function linesOf(table: readonly Cell[]): readonly (readonly Cell[])[] {
  return [...Map.groupBy(table, ({ row }) => row).values(), ...Map.groupBy(table, ({ column }) => column).values()];
}

/** The smallest cell of a line, those first whose other line hides something already: they expose no further line. */
function secondToHide(line: readonly Cell[], table: readonly Cell[]): Cell | undefined {
  const hiddenElsewhere = table.filter((cell) => isHidden(cell) && !line.includes(cell));
  const exposes = ({ row, column }: Cell) =>
    hiddenElsewhere.some((cell) => cell.row === row || cell.column === column) ? 0 : 1;
  return line
    .filter((cell) => !isHidden(cell))
    .toSorted((left, right) => exposes(left) - exposes(right) || (left.count ?? 0) - (right.count ?? 0))
    .at(0);
}

function isHidden({ count }: Cell): boolean {
  return count === null;
}
