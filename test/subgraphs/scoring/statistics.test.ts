import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeCursor } from "../../../subgraphs/shell/connection.ts";
import { askers } from "./askers.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  const keep = async (
    count: number,
    name: string,
    values: Parameters<ScoringWorld["keep"]>[3],
    office = "RRK_MUENSTER",
  ) => {
    for (let at = 0; at < count; at += 1) {
      const [caseRef, personRef] = [`FM-2026-${name}${at}`, `P-${name}${at}`];
      await world.relate({ caseRef, personRef, office });
      await world.keep(caseRef, personRef, "2026-05-04", values);
    }
  };
  await keep(7, "NONE", {});
  await keep(6, "LEGAL", { PROTECTION: "RECOGNISED" });
  await keep(4, "MINOR", { MINOR: "YES" });
  await keep(8, "KOELN", {}, "RRK_KOELN");
  await keep(5, "KOELN-LEGAL", { PROTECTION: "RECOGNISED" }, "RRK_KOELN");
  await keep(5, "BLOCKED", { MINOR: "YES" });
  for (let at = 0; at < 5; at += 1) await world.block(`P-BLOCKED${at}`);
  // One person with two cases and an assessment kept twice counts once, by the latest.
  await world.relate({ caseRef: "FM-2026-SECOND", personRef: "P-NONE0" });
  await world.keep("FM-2026-SECOND", "P-NONE0", "2026-05-04");
  await world.keep("FM-2026-NONE1", "P-NONE1", "2026-04-04", { MINOR: "YES" });
  await world.keep("FM-2026-NONE1", "P-NONE1", "2026-06-16", { MINOR: "YES" });
});
afterAll(() => world.close());

describe("On 15 June 2026 the ministry reads a fixed table of RRK by band", () => {
  test("with counts of persons, but for four and the three that cover them, and no person under the large transfer block", async () => {
    const { data, errors } = await world.ask(askers.ministry, "{ assessmentStatistics { row column count } }");
    expect(errors).toBeUndefined();
    const cells: { row: string; column: string; count: number | null }[] = data.assessmentStatistics;
    expect(cells).toHaveLength(25);
    expect(cells.filter(({ count }) => count !== null)).toEqual([
      { row: "RRK_KOELN", column: "NO_PROPOSAL", count: 10 },
      { row: "RRK_MUENSTER", column: "NO_PROPOSAL", count: 5 },
    ]);
  });

  test("with one SQL statement", async () => {
    expect(await world.statementsOf(() => world.ask(askers.ministry, "{ assessmentStatistics { count } }"))).toBe(1);
  });
});

describe("The evaluation reads pseudonymised assessments", () => {
  const query = `query ($first: Int, $after: String) { evaluationRecords(first: $first, after: $after) {
    edges { cursor node { pseudonym month state band axisA axisB catalogueVersion } } pageInfo { hasNextPage endCursor } totalCount } }`;
  const page = async (variables: object) => {
    const { data, errors } = await world.ask(askers.evaluation, query, variables);
    expect(errors).toBeUndefined();
    return data.evaluationRecords;
  };

  test("in pages, each once, without those under the large transfer block and those of tomorrow", async () => {
    const read: { pseudonym: string }[] = [];
    const cursors: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo, totalCount } = await page({ first: 4, after });
      expect(totalCount).toBe(7 + 6 + 4 + 8 + 5 + 1 + 1);
      read.push(...edges.map(({ node }: { node: { pseudonym: string } }) => node));
      cursors.push(...edges.map(({ cursor }: { cursor: string }) => cursor));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(read).toHaveLength(32);
    expect(new Set(cursors).size).toBe(32);
    expect(new Set(read.map(({ pseudonym }) => pseudonym)).size).toBe(30);
    expect(read.map(({ pseudonym }) => pseudonym)).toEqual(read.map(({ pseudonym }) => pseudonym).sort());
  });

  test("that name nobody: no person, no case, no day, neither in a record nor in a cursor", async () => {
    const { edges } = await page({ first: 200 });
    for (const { cursor, node } of edges) {
      expect(node.pseudonym).toMatch(/^[a-z2-7]{20}$/);
      expect(node.month).toMatch(/^2026-0[45]$/);
      const shown = JSON.stringify([node, decodeCursor({ after: cursor }, 2)]);
      expect(shown).not.toMatch(/P-|FM-|RA-|\d{4}-\d{2}-\d{2}/);
    }
  });

  test("of the contract's fields", async () => {
    const { edges } = await page({ first: 200 });
    const nodes = edges.map(({ node }: { node: object }) => node);
    expect(nodes).toContainEqual(
      expect.objectContaining({
        state: "ASSESSED",
        band: "NO_PROPOSAL",
        axisA: 0,
        axisB: -5,
        catalogueVersion: "demo-1",
      }),
    );
    expect(nodes).toContainEqual(expect.objectContaining({ state: "MINOR", band: null, axisA: null, axisB: null }));
  });

  test("with one SQL statement a page and one for the total", async () => {
    expect(await world.statementsOf(() => page({ first: 20 }))).toBe(2);
  });
});
