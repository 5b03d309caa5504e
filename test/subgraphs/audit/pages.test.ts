import { afterAll, beforeAll, expect, test } from "vitest";
import { access } from "../../gateway/audit/access.ts";
import { type AuditWorld, openAuditWorld } from "./auditWorld.ts";

let world: AuditWorld;

/** 60 accesses in six instants, ten in each: pages must not stumble over equal times. */
const entries = Array.from({ length: 60 }, (_, each) =>
  access(`op-${String(each).padStart(3, "0")}`, {
    at: new Date(Date.UTC(2026, 5, 15, 8, 0, 0, Math.floor(each / 10))).toISOString(),
    actor: each % 2 === 0 ? "staff-1" : "staff-2",
  }),
);
const latestFirst = entries.map(({ id }) => id).toReversed();

beforeAll(async () => {
  world = await openAuditWorld();
  await world.record("gateway-1", ...entries.slice(0, 30));
  await world.record("gateway-2", ...entries.slice(30));
});

afterAll(() => world.close());

const page = `query ($first: Int, $after: String, $filter: AccessRecordFilter) {
  accessRecords(first: $first, after: $after, filter: $filter) {
    pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id } } } }`;

test.each([
  [1, {}],
  [7, {}],
  [30, {}],
  [200, {}],
  [7, { actor: "staff-2" }],
])(
  "Pages of %i under the filter %j show every record once, latest first",
  async (first, filter: { actor?: string }) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data } = await world.ask(page, { first, after, filter });
      const { edges, pageInfo } = data.accessRecords;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...edges.map((edge: { node: { id: string } }) => edge.node.id));
      if (!pageInfo.hasNextPage) break;
      expect(edges).toHaveLength(first);
      after = pageInfo.endCursor;
    }
    const wanted = entries.filter(({ actor }) => filter.actor === undefined || actor === filter.actor);
    expect(seen).toEqual(latestFirst.filter((id) => wanted.some((entry) => entry.id === id)));
  },
);

test("A page stays where it is while new accesses are put on record", async () => {
  const { data } = await world.ask(page, { first: 5 });
  await world.record("gateway-1", access("newer", { at: "2026-06-15T09:00:00.000Z" }));
  const next = await world.ask(page, { first: 5, after: data.accessRecords.pageInfo.endCursor });
  const shown = next.data.accessRecords.edges.map((edge: { node: { id: string } }) => edge.node.id);
  expect(shown).toEqual(latestFirst.slice(5, 10));
});

test.each([1, 20, 60])(
  "A page of %i records with everything in them costs no more statements than a page of one",
  async (first) => {
    const everything = `query ($first: Int) { accessRecords(first: $first) { totalCount edges { node {
        id tested withheld { coordinate } subjects { personRef disclosures { coordinate rules } } } } } }`;
    const statements = (size: number) => world.statementsOf(() => world.ask(everything, { first: size }));
    await statements(1);
    expect(await statements(first)).toBe(5);
  },
);

test("The total is only counted where it is asked for", async () => {
  // Where the index of journals and of key tables stands, and the page.
  expect(await world.statementsOf(() => world.ask("{ accessRecords(first: 5) { edges { node { id } } } }"))).toBe(3);
});
