import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FilterWorkbench } from "../../bench/filter/FilterWorkbench.ts";
import { personDocument } from "../../bench/filter/personDocument.ts";
import { listQuestion } from "../../bench/questions.ts";

let bench: FilterWorkbench;
beforeAll(async () => {
  bench = await FilterWorkbench.open();
});
afterAll(() => bench?.close());

async function questions(objects: number, fields: number, rules: number): Promise<number> {
  bench.edges = objects;
  const ability = bench.ability(bench.policyOf(rules));
  return (await bench.fetched(bench.operation(personDocument(fields))(), ability))("first").questions;
}

describe("What the filter asks CASL for one answer", () => {
  test("is the same for 20 persons and for 2,000, and for 20 rules and for 2,000", async () => {
    const few = await questions(20, 20, 20);
    expect(few).toBeGreaterThan(0);
    expect(await questions(2_000, 20, 20)).toBe(few);
    expect(await questions(20, 20, 2_000)).toBe(few);
  });

  test("is nothing for the next answer to the same operation", async () => {
    const look = await bench.fetched(bench.operation(personDocument(20))(), bench.ability());
    expect(look("later").questions).toBeGreaterThan(0);
    expect(look("later").questions).toBe(0);
  });

  test("grows with the fields, not faster than they do", async () => {
    const few = await questions(20, 20, 20);
    expect(await questions(20, 200, 20)).toBeLessThanOrEqual(10 * few);
  });
});

test("An operation that was sent before is not decided again, whatever of the filter is at work", async () => {
  const read = bench.operation(listQuestion.query);
  const ability = bench.ability();
  bench.edges = 20;
  const before = bench.decisions.made;
  for (const part of ["off", "field rules", "field and record rules"] as const)
    for (let count = 0; count < 3; count += 1) await bench.ask(read(), part, ability);
  expect(bench.decisions.made - before).toBe(1);
});

test("The bench looks at real answers: every person of the page is judged, and withheld where only the case is theirs", async () => {
  bench.edges = 4;
  const redacted = await bench.ask(bench.operation(listQuestion.query)(), "field and record rules", bench.ability());
  expect(redacted?.data?.persons).toMatchObject({ edges: { length: 4 } });
  expect(redacted?.disclosed.size).toBeGreaterThan(3);
});
