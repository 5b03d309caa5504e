/** One test of a cell: a class, or whole numbers between two bounds, both inclusive. */
export type CellTest =
  | { readonly kind: "class"; readonly name: string }
  | { readonly kind: "numbers"; readonly least: number; readonly most: number };

/** A cell: passed if any of its tests is, or, negated, if none is. Without tests it is passed by every value (`-`). */
export interface Cell {
  readonly negated: boolean;
  readonly tests: readonly CellTest[];
}

/**
 * Reads a cell of a decision table: S-FEEL unary tests (DMN 1.5, 9.1) on a class or a whole number.
 * For example `"NONE"`, `"OLDER", "NONE"`, `not("NONE")`, `0`, `< 2`, `>= 3`, `[1..2]`, `(0..5]`, `1, [4..6]`, `-`.
 *
 * @returns null for a text that is none, or that no value can pass
 */
export function parseCell(text: string): Cell | null {
  if (text.trim() === "-") return { negated: false, tests: [] };
  const negation = /^\s*not\s*\((.*)\)\s*$/.exec(text);
  const tests = (negation?.[1] ?? text).split(",").map((test) => parseTest(test.trim()));
  return tests.every((test) => test !== null) ? { negated: negation !== null, tests } : null;
}

function parseTest(text: string): CellTest | null {
  const name = /^"([A-Z0-9_]+)"$/.exec(text)?.[1];
  if (name !== undefined) return { kind: "class", name };
  const bounds = parseInterval(text) ?? parseComparison(text);
  return bounds === null || bounds.least > bounds.most ? null : { kind: "numbers", ...bounds };
}

function parseInterval(text: string) {
  const [, opens, least, most, closes] = /^([[(\]]) ?(\d+) ?\.\. ?(\d+) ?([\])[])$/.exec(text) ?? [];
  if (opens === undefined) return null;
  return { least: Number(least) + (opens === "[" ? 0 : 1), most: Number(most) - (closes === "]" ? 0 : 1) };
}

function parseComparison(text: string) {
  const [, operator, digits] = /^(<=|>=|<|>)? ?(\d+)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  switch (operator) {
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
