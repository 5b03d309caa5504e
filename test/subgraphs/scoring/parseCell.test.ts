import { describe, expect, test } from "vitest";
import { compileCell } from "../../../subgraphs/scoring/catalogue/compileCell.ts";
import { parseCell } from "../../../subgraphs/scoring/catalogue/parseCell.ts";

/** Cell → values that pass it and values that do not. */
const cells: readonly (readonly [cell: string, passing: readonly string[], failing: readonly string[]])[] = [
  ['"NONE"', ["NONE"], ["OLDER", "none", "0"]],
  ['"OLDER", "NONE"', ["OLDER", "NONE"], ["WITHIN_12"]],
  ['not("NONE")', ["OLDER"], ["NONE"]],
  ['not("NONE", "OLDER")', ["WITHIN_12"], ["NONE", "OLDER"]],
  ["-", ["NONE", "0", "9"], []],
  ["2", ["2"], ["1", "3", "20"]],
  ["< 2", ["0", "1"], ["2"]],
  ["<= 2", ["0", "2"], ["3"]],
  ["> 2", ["3", "1000"], ["2"]],
  [">= 3", ["3", "1000"], ["2"]],
  ["[1..2]", ["1", "2"], ["0", "3"]],
  ["(1..3]", ["2", "3"], ["1", "4"]],
  ["[1..3)", ["1", "2"], ["0", "3"]],
  ["]1..3[", ["2"], ["1", "3"]],
  ["0, [4..6], > 8", ["0", "4", "6", "9"], ["1", "7", "8"]],
  ["not([1..2])", ["0", "3"], ["1", "2"]],
];

describe("A cell is an S-FEEL unary test", () => {
  test.each(cells)("%s", (cell, passing, failing) => {
    const passes = compileCell(cell);
    expect({ passing: passing.filter(passes), failing: failing.filter(passes) }).toEqual({ passing, failing: [] });
  });

  test.each([
    "",
    "NONE",
    '"NONE',
    '"NONE" "OLDER"',
    '"NONE",',
    "[1..2",
    "[2..1]",
    "(1..2)",
    "< 0",
    "-1",
    "1.5",
    "not()",
    'not(not("NONE"))',
    "1 or 2",
    '"A", -',
  ])("%j is none", (text) => {
    expect(parseCell(text)).toBeNull();
    expect(() => compileCell(text)).toThrow("was not checked");
  });
});
