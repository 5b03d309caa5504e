import { afterAll, beforeAll, expect, test } from "vitest";
import { type CountedCell, suppressSmallCells } from "../../../subgraphs/casework/suppressSmallCells.ts";
import { aCase, anAdmittedCase, aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";

/** A table of counts by rows and columns; each case is one person's. */
function table(...rows: readonly (readonly number[])[]): readonly CountedCell[] {
  return rows.flatMap((counts, row) =>
    counts.map((count, column) => ({ row: `${row}`, column: `${column}`, count, persons: count })),
  );
}

test.each([
  ["five persons are shown", table([5, 5], [5, 5]), [5, 5, 5, 5]],
  [
    "four are not, nor the cells that give them away by the sums of a row and a column",
    table([4, 7, 9], [6, 8, 9], [9, 9, 9]),
    [null, null, 9, null, null, 9, 9, 9, 9],
  ],
  [
    "two in a row keep each other, and take the same row beside them in their columns",
    table([1, 2, 9], [8, 7, 9], [6, 9, 9]),
    [null, null, 9, 8, 7, 9, null, null, 9],
  ],
  ["no case is as little shown as one", table([0, 5], [5, 5]), [null, null, null, null]],
])("In the table of statistics %s", (_, cells, expected) => {
  expect(suppressSmallCells(cells).map(({ count }) => count)).toEqual(expected);
});

test("In the table of statistics five cases of four persons are not shown", () => {
  const lone: CountedCell = { row: "0", column: "0", count: 5, persons: 4 };
  expect(suppressSmallCells([lone])).toEqual([{ row: "0", column: "0", count: null }]);
});

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  const cases = (from: number, count: number, make: (caseRef: string) => ReturnType<typeof aCase>) =>
    Array.from({ length: count }, (_, index) => aPerson(`P-${from + index}`, make(`FM-2026-${from + index}`)));
  await world.populate(
    ...cases(100, 7, (caseRef) => aCase(caseRef)),
    ...cases(200, 6, (caseRef) => aCase(caseRef, { rrk: "RRK_KOELN" })),
    ...cases(300, 9, (caseRef) => anAdmittedCase(caseRef)),
    ...cases(400, 5, (caseRef) => anAdmittedCase(caseRef, { rrk: "RRK_KOELN" })),
  );
  await world.block("P-100");
  await world.block("P-400");
});
afterAll(() => world.close());

test("On 15 June 2026 the table by state and RRK counts no person under the large transfer block", async () => {
  const { data, errors } = await world.ask(askers.rrkMuenster, "{ caseStatistics { row column count } }");
  expect(errors).toBeUndefined();
  const cells = data?.caseStatistics as readonly { row: string; column: string; count: number | null }[];
  expect(cells).toHaveLength(6 * 5);
  expect(cells.filter(({ count }) => count !== null)).toEqual([
    { row: "PROPOSED", column: "RRK_KOELN", count: 6 },
    { row: "PROPOSED", column: "RRK_MUENSTER", count: 6 },
    { row: "ADMITTED", column: "RRK_MUENSTER", count: 9 },
  ]);
});
