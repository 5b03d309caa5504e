/** Fewest persons that a cell must stand for to be shown. */
const shownPersonsMin = 5;

const directions = [
  ["row", "column"],
  ["column", "row"],
] as const;

/** Cell of a table as counted. */
export interface CountedCell {
  readonly row: string;
  readonly column: string;
  readonly count: number;
  /** Different persons behind the count. */
  readonly persons: number;
}

/** Cell as it may be shown; `count` null where suppressed. */
export interface ShownCell {
  readonly row: string;
  readonly column: string;
  readonly count: number | null;
}

/**
 * Suppresses cells that stand for fewer than five persons, and then so many more that no row or column has a single
 * suppressed cell, which a known total of that line would give away. Order of the cells is kept.
 */
export function suppressSmallCells(cells: readonly CountedCell[]): readonly ShownCell[] {
  const suppressed = new Set(cells.filter(({ persons }) => persons < shownPersonsMin));
  for (let partner = missingPartner(cells, suppressed); partner; partner = missingPartner(cells, suppressed)) {
    suppressed.add(partner);
  }
  return cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    count: suppressed.has(cell) ? null : cell.count,
  }));
}

/** The cell to be suppressed next beside one that stands alone in its row or column; null when none does. */
function missingPartner(cells: readonly CountedCell[], suppressed: ReadonlySet<CountedCell>): CountedCell | null {
  for (const lone of suppressed) {
    for (const [line, crossing] of directions) {
      const others = cells.filter((cell) => cell !== lone && cell[line] === lone[line]);
      if (others.length === 0 || others.some((cell) => suppressed.has(cell))) continue;
      const [partner] = others.toSorted(
        (left, right) => cost(left, crossing) - cost(right, crossing) || left.count - right.count,
      );
      return partner ?? null;
    }
  }
  return null;

  /** 0 where the crossing line has a suppressed cell already, so that the partner calls for no further one; else 1. */
  function cost(cell: CountedCell, crossing: "row" | "column"): number {
    return [...suppressed].some((other) => other[crossing] === cell[crossing]) ? 0 : 1;
  }
}
