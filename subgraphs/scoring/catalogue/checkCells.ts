import { isReducedFactKey, isReducedFactValue, reducedFacts } from "../reducedFacts.ts";
import { wholeNumberBounds } from "./unaryTest.ts";

/**
 * Checks the cells of one row: facts that exist, classes that the fact has, numbers that are tests.
 *
 * @param cells as written in the file, not yet known to name reduced facts
 * @returns one sentence a fault; empty when all is well
 */
export function checkCells(cells: Readonly<Record<string, readonly string[] | string>>): readonly string[] {
  return Object.entries(cells).flatMap(([key, cell]) => {
    if (!isReducedFactKey(key)) return [`${key} is no reduced fact. An assessment reads reduced facts alone.`];
    const isNumber = reducedFacts[key] === "WHOLE_NUMBER";
    if (typeof cell === "string") {
      if (!isNumber) return [`${key} has classes: its cell is a list of them.`];
      const bounds = wholeNumberBounds(cell);
      return bounds === null || bounds.least > bounds.most
        ? [`"${cell}" is no test of the whole number ${key}. Write 2, [1..2], < 2 or >= 3.`]
        : [];
    }
    if (isNumber) return [`${key} is a whole number: its cell is a test such as "[1..2]".`];
    return cell
      .filter((value) => !isReducedFactValue(key, value))
      .map((value) => `${key} has no class ${value}. It has ${[reducedFacts[key]].flat().join(", ")}.`);
  });
}
