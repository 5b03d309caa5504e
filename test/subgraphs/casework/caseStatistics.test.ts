import { afterAll, beforeAll, expect, test } from "vitest";
import { aCase, anAdmittedCase } from "./aCase.ts";
import { aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";

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
    ...cases(500, 8, (caseRef) => aCase(caseRef, { rrk: "RRK_DETMOLD" })),
    ...cases(600, 10, (caseRef) => anAdmittedCase(caseRef, { rrk: "RRK_DETMOLD" })),
  );
  await world.block("P-100");
  await world.block("P-400");
  await world.block("P-500");
});
afterAll(() => world.close());

test("On 15 June 2026 the table by state and RRK counts no person under the large transfer block, and hides four with what covers them", async () => {
  const { data, errors } = await world.ask(askers.rrkMuenster, "{ caseStatistics { row column count } }");
  expect(errors).toBeUndefined();
  const cells = data?.caseStatistics as readonly { row: string; column: string; count: number | null }[];
  expect(cells).toHaveLength(7 * 5);
  expect(cells.filter(({ count }) => count !== null)).toEqual([
    { row: "PROPOSED", column: "RRK_DETMOLD", count: 5 },
    { row: "ADMITTED", column: "RRK_DETMOLD", count: 10 },
  ]);
});
