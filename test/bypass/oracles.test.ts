import { isEnumType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import { publishedCells } from "../../subgraphs/shell/publishedCells.ts";
import { suppressSmallCells } from "../../subgraphs/shell/suppressSmallCells.ts";
import { runStages } from "../gateway/runStages.ts";
import { seeing } from "../gateway/seeing.ts";
import { openWorld, type Stated, type World } from "../harness.ts";
import { way } from "./way.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.forget());

const caseworker = "rrk-muenster-caseworker";
const worklist: Stated = { purpose: "WORKLIST" };
const supergraph = loadSupergraph();
const persons = { PERSON_REFERENCE: "ANY", CASE: "ANY" };

describe(way("W-23"), () => {
  const documents: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    ["written", "{ persons(orderBy: FAMILY_NAME) { totalCount } }", {}],
    ["in a variable", "query($o: PersonOrder) { persons(orderBy: $o) { totalCount } }", { o: "FAMILY_NAME" }],
    ["in a default", "query($o: PersonOrder = FAMILY_NAME) { persons(orderBy: $o) { totalCount } }", {}],
  ];
  test.each(documents)("an order by name, %s, is withheld from who may not read names", (_, text, variables) => {
    expect(runStages(supergraph, text, seeing(persons), variables).narrowed).toBeNull();
    expect(runStages(supergraph, text, seeing({ ...persons, IDENTITY: "ANY" }), variables).narrowed).toContain(
      "persons",
    );
  });

  test("every order and every value that a list is ordered or chosen by carries a category", () => {
    const { apiSchema, categories } = supergraph;
    const inputs = Object.values(apiSchema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
      return isEnumType(type) && type.name.endsWith("Order")
        ? type.getValues().map(({ name }) => `${type.name}.${name}`)
        : [];
    });
    expect(inputs.length).toBeGreaterThan(10);
    expect(inputs.filter((coordinate) => !categories.has(coordinate))).toEqual([]);
  });

  test("a cursor tells nothing: it is sealed", async () => {
    const { data } = await world.ask(caseworker, worklist, "{ persons(orderBy: FAMILY_NAME) { edges { cursor } } }");
    const texts = data.persons.edges.map(({ cursor }: { cursor: string }) =>
      Buffer.from(cursor, "base64url").toString("latin1"),
    );
    // So long that random bytes do not look like it: shorter runs come up once in fifty times.
    expect(texts.join(" ")).not.toMatch(/P-[0-9A-Z]{6}|[a-zäöü]{8}/);
  });

  const page = "query($after: String) { persons(first: 200, after: $after) { edges { node { personRef } } } }";
  const cursor = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString("base64url");
  test.each([cursor([{}]), cursor([null]), cursor(["A"]), cursor(["a", "b"]), cursor({ 0: "P-" }), "%%%"])(
    "the cursor %s, which no list gave out, is an error",
    async (after) => {
      const reply = await world.ask(caseworker, worklist, page, { after });
      expect(reply.errors[0]?.extensions).toMatchObject({ code: "INVALID_INPUT", field: "after" });
    },
  );
});

describe(way("W-24"), () => {
  test("tables of statistics take no arguments: nothing can be grouped, filtered or differenced", () => {
    const fields = Object.values(supergraph.apiSchema.getQueryType()?.getFields() ?? {});
    const tables = fields.filter(({ name }) => /statistics/i.test(name));
    expect(tables.length).toBeGreaterThanOrEqual(3);
    expect(tables.flatMap(({ args }) => args)).toEqual([]);
    expect(fields.filter(({ name }) => /group|aggregate|sum|average/i.test(name))).toEqual([]);
  });

  test.each([0, 1, 4])("a cell of %i persons is not shown, nor is what it could be worked out from", (persons) => {
    const cell = (row: string, column: string, count: number) => ({ row, column, count, persons: count });
    const cells = [cell("a", "x", persons), cell("a", "y", 30), cell("b", "x", 40), cell("b", "y", 50)];
    const shown = suppressSmallCells(cells);
    const sumKnown = (line: "row" | "column") =>
      shown.filter((each) => each[line] === cells[0]?.[line] && each.count === null).length;
    expect(shown[0]?.count).toBeNull();
    expect([sumKnown("row"), sumKnown("column")]).toEqual([2, 2]);
  });

  test("two publications that differ by one person differ in one cell of five", () => {
    const published = (count: number) => publishedCells([{ row: "a", column: "x", count, persons: count }]);
    const same = Array.from({ length: 50 }, (_, index) => 5 + index).filter(
      (count) => JSON.stringify(published(count)) === JSON.stringify(published(count + 1)),
    );
    expect(same).toHaveLength(40);
  });

  test.each(["mkjfgfi", "im-nrw"])("no table shows %s a cell under five, nor an exact count", async (persona) => {
    const tables = ["caseStatistics", "residenceStatistics", "assessmentStatistics"];
    const query = `{ ${tables.map((name) => `${name} { row column count }`).join(" ")} }`;
    const { data } = await world.ask(persona, { purpose: "SUPERVISION" }, query);
    const counts = tables.flatMap((name) => data[name]?.map(({ count }: { count: number | null }) => count) ?? []);
    expect(counts.length).toBeGreaterThan(10);
    expect(counts).toContain(null);
    expect(counts.filter((count) => count !== null && (count < 5 || count % 5 !== 0))).toEqual([]);
  });
});

describe(way("W-25"), () => {
  const filters: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    ["written", "{ persons(filter: { enforceable: true }) { totalCount } }", {}],
    ["as null", "{ persons(filter: { enforceable: null }) { totalCount } }", {}],
    ["in a variable", "query($f: PersonFilter) { persons(filter: $f) { totalCount } }", { f: { enforceable: true } }],
    [
      "in a variable inside",
      "query($e: Boolean) { persons(filter: { enforceable: $e }) { totalCount } }",
      { e: false },
    ],
    ["in a default", "query($f: PersonFilter = { enforceable: false }) { persons(filter: $f) { totalCount } }", {}],
  ];
  test.each(filters)("a filter by what is withheld, %s, withholds the list", async (_, query, variables) => {
    const reply = await world.ask(caseworker, worklist, query, variables);
    expect(reply.data).toEqual({ persons: null });
    expect(reply.errors[0]?.extensions?.coordinate).toBe("PersonFilter.enforceable");
    expect(world.traffic).toEqual([]);
  });

  const total = (prefix: string) => `persons(filter: { familyNamePrefix: "${prefix}" }) { totalCount }`;
  test("wildcards of the database are letters of a name like any other", async () => {
    const { data } = await world.ask(caseworker, worklist, `{ a: ${total("%")} b: ${total("_")} c: ${total("")} }`);
    expect([data.a.totalCount, data.b.totalCount]).toEqual([0, 0]);
    expect(data.c.totalCount).toBeGreaterThan(0);
  });

  const lists: readonly (readonly [string, Stated, string])[] = [
    [caseworker, worklist, "persons"],
    [caseworker, worklist, "cases"],
    [caseworker, worklist, "worklist"],
    ["rrk-koeln-caseworker", worklist, "persons"],
    ["abh-borken", { purpose: "RESIDENCE_PROCEDURE", caseRef: "ABH-BOR-4711/19" }, "persons"],
    ["jva", { purpose: "CUSTODY_ENFORCEMENT", caseRef: "GB-2025-0001" }, "persons"],
  ];
  test.each(lists)("the total that %s (%o) is told of %s is what its pages show", async (persona, stated, list) => {
    const query = `query($after: String) { ${list}(first: 7, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { __typename } } } }`;
    let [shown, after, told] = [0, null as string | null, new Set<number>()];
    for (let page = 0; page < 50; page++) {
      const { data } = await world.ask(persona, stated, query, { after });
      told = told.add(data[list].totalCount);
      shown += data[list].edges.length;
      if (!data[list].pageInfo.hasNextPage) break;
      after = data[list].pageInfo.endCursor;
    }
    expect([...told]).toEqual([shown]);
  });
});
