import type { Place } from "../../../schema/LocatedYaml.ts";
import { isReducedFactKey, isReducedFactValue, type ReducedFactKey, reducedFacts } from "../reducedFacts.ts";
import type { Fault } from "./Fault.ts";
import { notReduced } from "./notReduced.ts";
import { parseCell } from "./parseCell.ts";

/**
 * Checks the cells of one row: facts that exist, classes that the fact has, numbers that are tests.
 *
 * @param cells as written in the file, not yet known to name reduced facts
 * @param place of the row in its file
 */
export function checkCells(cells: Readonly<Record<string, string>>, place: Place): readonly Fault[] {
  return Object.entries(cells).flatMap(([key, cell]) => {
    const faults = isReducedFactKey(key) ? checkCell(key, cell) : [notReduced(key)];
    return faults.map((what) => ({ place: [...place, key], what }));
  });
}

function checkCell(key: ReducedFactKey, text: string): readonly string[] {
  const isNumber = reducedFacts[key] === "WHOLE_NUMBER";
  const cell = parseCell(text);
  if (cell === null || cell.tests.some(({ kind }) => (kind === "numbers") !== isNumber)) {
    return isNumber
      ? [`${text} is no test of the whole number ${key}. Write 2, [1..2], < 2 or >= 3.`]
      : [`${text} is no test of the classes of ${key}. Write "A", or "A", "B", or not("A").`];
  }
  return cell.tests
    .flatMap((test) => (test.kind === "class" ? [test.name] : []))
    .filter((name) => !isReducedFactValue(key, name))
    .map((name) => `${key} has no class ${name}. It has ${[reducedFacts[key]].flat().join(", ")}.`);
}
