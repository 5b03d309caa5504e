/** Whether a value of a fact passes a cell. */
export type UnaryTest = (value: string) => boolean;

/**
 * Makes the test of one cell.
 *
 * @param cell a list of classes, or a unary test of a whole number as S-FEEL writes it: `2`, `[1..2]`, `< 2`, `<= 2`, `> 2`, `>= 3`
 * @returns null for a text that is no such test
 */
export function unaryTest(cell: readonly string[] | string): UnaryTest | null {
  if (typeof cell !== "string") {
    const classes = new Set(cell);
    return (value) => classes.has(value);
  }
  const bounds = wholeNumberBounds(cell);
  return bounds === null ? null : (value) => bounds.least <= Number(value) && Number(value) <= bounds.most;
}

/** The whole numbers that a cell lets through, both bounds inclusive; null for a text that is no unary test. */
export function wholeNumberBounds(cell: string): { readonly least: number; readonly most: number } | null {
  const range = /^\[(\d+)\.\.(\d+)\]$/.exec(cell);
  if (range !== null) return { least: Number(range[1]), most: Number(range[2]) };
  const comparison = /^(<|<=|>|>=)? ?(\d+)$/.exec(cell);
  if (comparison === null) return null;
  const number = Number(comparison[2]);
  switch (comparison[1]) {
    case "<":
      return { least: 0, most: number - 1 };
    case "<=":
      return { least: 0, most: number };
    case ">":
      return { least: number + 1, most: Number.POSITIVE_INFINITY };
    case ">=":
      return { least: number, most: Number.POSITIVE_INFINITY };
    default:
      return { least: number, most: number };
  }
}
