import { type Cell, type CellTest, parseCell } from "./parseCell.ts";

/** Whether a value of a fact passes a cell. */
export type UnaryTest = (value: string) => boolean;

/**
 * Makes the test of one cell.
 *
 * @throws where the text is no cell: a catalogue is checked when it is loaded
 */
export function compileCell(text: string): UnaryTest {
  const cell = parseCell(text);
  if (cell === null) throw new Error(`The cell ${text} was not checked when the catalogue was loaded.`);
  return compile(cell);
}

function compile({ negated, tests }: Cell): UnaryTest {
  if (tests.length === 0) return () => true;
  const passes = tests.map(compileTest);
  return (value) => passes.some((test) => test(value)) !== negated;
}

function compileTest(test: CellTest): UnaryTest {
  if (test.kind === "class") return (value) => value === test.name;
  return (value) => test.least <= Number(value) && Number(value) <= test.most;
}
