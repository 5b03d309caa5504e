/** Fewest persons that a shown cell stands for. */
const shownPersonsMin = 5;

/** Cell of a table of statistics, as counted. */
export interface CountedCell {
  readonly row: string;
  readonly column: string;
  /** What the table counts, for example cases. */
  readonly count: number;
  /** Different persons behind the count. */
  readonly persons: number;
}

/** Cell as it may be shown; `count` null: suppressed. */
export interface ShownCell {
  readonly row: string;
  readonly column: string;
  readonly count: number | null;
}

/** Cells that are hidden with a small one: with it, they are the corners of a rectangle. */
interface Cover {
  readonly beside: CountedCell;
  readonly below: CountedCell;
  readonly opposite: CountedCell;
}

/**
 * Suppresses every cell that stands for fewer than five persons, none included, and as little else as keeps it from being worked
 * out, even by who knows the sum of every row and column from elsewhere. To that end each small cell gets three others hidden
 * with it, which are such that one can be counted at another corner of the rectangle and no sum changes.
 *
 * Two things cannot be kept from who knows the sums, and nothing is hidden for them: that a row or column is empty, and a cell
 * that its row or column consists of where all others outside both are empty; this one is still kept from who knows one sum.
 *
 * @param cells a full table: each row with each column once
 * @returns the cells in the same order
 */
export function suppressSmallCells(cells: readonly CountedCell[]): readonly ShownCell[] {
  const small = cells.filter(({ persons }) => persons < shownPersonsMin);
  const hidden = new Set(small);
  for (const cell of small.filter((each) => !isInEmptyLine(each, cells))) {
    for (const other of hiddenWith(cell, cells, hidden)) hidden.add(other);
  }
  return cells.map((cell) => ({ row: cell.row, column: cell.column, count: hidden.has(cell) ? null : cell.count }));
}

function isInEmptyLine({ row, column }: CountedCell, cells: readonly CountedCell[]): boolean {
  return (
    cells.every((cell) => cell.row !== row || cell.count === 0) ||
    cells.every((cell) => cell.column !== column || cell.count === 0)
  );
}

/** The cover of a cell that hides the smallest counts which are still shown; the whole row and column where a table has none. */
function hiddenWith(
  cell: CountedCell,
  cells: readonly CountedCell[],
  hidden: ReadonlySet<CountedCell>,
): readonly CountedCell[] {
  const inRow = cells.filter((other) => other !== cell && other.row === cell.row);
  const inColumn = cells.filter((other) => other !== cell && other.column === cell.column);
  const covers = inRow.flatMap((beside) =>
    inColumn.flatMap((below) => {
      const opposite = cells.find(({ row, column }) => row === below.row && column === beside.column);
      return opposite === undefined ? [] : [{ beside, below, opposite }];
    }),
  );
  const keeping = covers.filter((cover) => leavesOpen(cell, cover));
  const [cheapest] = (keeping.length > 0 ? keeping : covers).toSorted((left, right) => cost(left) - cost(right));
  return cheapest === undefined ? [...inRow, ...inColumn] : cornersOf(cheapest);

  function cost(cover: Cover): number {
    return cornersOf(cover).reduce((sum, corner) => sum + (hidden.has(corner) ? 0 : corner.count), 0);
  }
}

/** Whether the cell could be one more or one less, all sums and all cells outside the rectangle being the same. */
function leavesOpen(cell: CountedCell, { beside, below, opposite }: Cover): boolean {
  return (beside.count > 0 && below.count > 0) || (cell.count > 0 && opposite.count > 0);
}

function cornersOf({ beside, below, opposite }: Cover): readonly CountedCell[] {
  return [beside, below, opposite];
}
