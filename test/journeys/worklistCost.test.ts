import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openWorld, type World } from "../harness.ts";

/** Many persons under one reference, which no real case has: so that a page of 50 can be assessed on demand. */
const collective = "BENCH-60";
let world: World;
beforeAll(async () => {
  world = await openWorld({
    prepare: async (database) => {
      await database.execute(sql`DELETE FROM directory.estimate_draw`);
      await database.execute(sql`INSERT INTO directory.relation (office, person_ref, kind, case_ref, since)
        SELECT 'RRK_MUENSTER', person_ref, 'OWN_CASE', ${collective}, '2026-03-01' FROM immigration.person
        WHERE person_ref NOT IN (SELECT person_ref FROM directory.person_fact) ON CONFLICT DO NOTHING`);
      // Each of them has one more case with the RRK, so that the worklist is longer than a page.
      await database.execute(sql`INSERT INTO directory.relation (office, person_ref, kind, case_ref, since)
        SELECT 'RRK_MUENSTER', person_ref, 'OWN_CASE', 'FM-2020-' || row_number() OVER (ORDER BY person_ref), '2026-03-01'
        FROM immigration.person ON CONFLICT DO NOTHING`);
    },
  });
});
afterAll(() => world.close());

/** Requests to subgraphs, and SQL statements of all of them, that one question costs; statements are told on PGlite alone. */
async function costOf(purpose: string, query: string, rowsOf: (data: object) => readonly unknown[], first: number) {
  const stated = purpose === "WORKLIST" ? { purpose } : { purpose, caseRef: collective };
  const statements = vi.spyOn(PGlite.prototype, "query");
  world.forget();
  const { data, errors } = await world.ask("rrk-muenster-caseworker", { ...stated, reason: "Tagesplanung" }, query, {
    first,
  });
  const cost = { requests: world.traffic.length, statements: statements.mock.calls.length };
  statements.mockRestore();
  expect(errors).toEqual([]);
  expect(rowsOf(data)).toHaveLength(first);
  return cost;
}

describe("What a page of 50 costs does not grow with the page", () => {
  test.each([
    [
      "the worklist with the recorded band of each case",
      "WORKLIST",
      "query ($first: Int) { worklist(first: $first) { edges { node { group date case { caseRef recordedAssessments { assessment { band } } } } } } }",
      // biome-ignore lint/suspicious/noExplicitAny: an answer
      (data: any) => data.worklist.edges,
      { requests: 2, statements: 12 },
    ],
    [
      "50 persons assessed on demand",
      "CASE_MANAGEMENT",
      "query ($first: Int) { persons(first: $first) { edges { node { personRef assessment { band axisA axisB contributions { points } } } } } }",
      // biome-ignore lint/suspicious/noExplicitAny: an answer
      (data: any) => data.persons.edges,
      { requests: 4, statements: 30 },
    ],
  ])("%s", async (_, purpose, query, rowsOf, most) => {
    const [ten, fifty] = [await costOf(purpose, query, rowsOf, 10), await costOf(purpose, query, rowsOf, 50)];
    expect(fifty).toEqual(ten);
    expect(fifty.requests).toBeGreaterThan(0);
    expect(fifty.statements > 0).toBe(process.env.DATABASE_URL === undefined);
    expect(fifty.requests).toBeLessThanOrEqual(most.requests);
    expect(fifty.statements).toBeLessThanOrEqual(most.statements);
  });
});
