import { isObjectType } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkVariables } from "../../gateway/checkLimits.ts";
import type { DoorAnswer } from "../../gateway/doors.ts";
import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import { mergeInto } from "../../gateway/plans/mergeInto.ts";
import { runStages } from "../gateway/runStages.ts";
import { seeing } from "../gateway/seeing.ts";
import { openWorld, type Stated, type World } from "../harness.ts";
import { faultsOf, foreignSubgraph } from "./foreignSubgraphs.ts";
import { toySupergraph } from "./toySupergraph.ts";
import { way } from "./way.ts";

/** Changes what a subgraph answers; null: every subgraph answers by itself. */
let fault: ((subgraph: string, answer: DoorAnswer) => unknown) | null = null;
let world: World;
beforeAll(async () => {
  world = await openWorld({
    wrapDoor: (name, door) => async (request) => {
      const answer = await door(request);
      return (fault === null ? answer : fault(name, structuredClone(answer))) as DoorAnswer;
    },
  });
});
afterAll(() => world?.close());
beforeEach(() => {
  fault = null;
  world.forget();
});

const caseworker = "rrk-muenster-caseworker";
const management: Stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const worklist: Stated = { purpose: "WORKLIST" };
const one = 'person(personRef: "P-SHOWCASE0001")';
const sent = () => world.traffic.map(({ query }) => query).join("\n");

describe(way("W-09"), () => {
  test.each(["__proto__: familyName", "__defineGetter__: familyName"])("the alias in %s is reserved", async (alias) => {
    const reply = await world.ask(caseworker, management, `{ ${one} { ${alias} } }`);
    expect(reply.errors[0]?.extensions?.code).toBe("RESERVED_ALIAS");
    expect(world.traffic).toEqual([]);
  });

  test("names that every object of the language has are ordinary keys", async () => {
    const query = `{ toJSON: ${one} { constructor: familyName then: dateOfBirth toString: legalRegime hasOwnProperty: personRef } }`;
    const { data } = await world.ask(caseworker, management, query);
    expect(Object.keys(data.toJSON)).toEqual(["constructor", "then", "toString", "hasOwnProperty"]);
  });

  test.each(['{"__proto__":{"f":1}}', '{"f":{"__proto__":{"x":1}}}', '{"f":{"constructor":{"prototype":{"x":1}}}}'])(
    "the variables %s are refused as they are read",
    async (variables) => {
      const headers = {
        authorization: `Bearer ${await world.token(caseworker)}`,
        "access-purpose": "WORKLIST",
        "access-reason": "Pr%C3%BCfung",
      };
      const query = "query($f: PersonFilter) { persons(filter: $f) { totalCount } }";
      const reply = await world.post(headers, `{"query":${JSON.stringify(query)},"variables":${variables}}`);
      expect(reply.status).toBe(400);
      expect(world.traffic).toEqual([]);
    },
  );

  test("and by whatever server they come, before anything walks them", () => {
    for (const text of ['{"__proto__":{"x":1}}', '{"f":[{"y":{"__proto__":null}}]}']) {
      expect(() => checkVariables(JSON.parse(text))).toThrow("A variable must not hold a member __proto__.");
    }
    expect(() => checkVariables(JSON.parse('{"constructor":{"prototype":1},"toString":[]}'))).not.toThrow();
  });

  test("a variable named __proto__ is a variable: what its default tests is withheld", async () => {
    const query =
      "query($__proto__: PersonFilter = { enforceable: true }) { persons(filter: $__proto__) { totalCount } }";
    const reply = await world.ask(caseworker, worklist, query);
    expect(reply.errors[0]?.extensions?.coordinate).toBe("PersonFilter.enforceable");
    expect(world.traffic).toEqual([]);
  });

  test("such keys in a subgraph's JSON change no object", async () => {
    const poison =
      '{"_entities":[{"__proto__":{"tainted":1},"constructor":{"prototype":{"tainted":1}},"sfk_convictions":[]}]}';
    fault = (name, answer) => (name === "criminal-records" ? { data: JSON.parse(poison) } : answer);
    const reply = await world.ask(caseworker, management, `{ ${one} { familyName convictions { court } } }`);
    expect(reply.data.person.convictions).toEqual([]);
    expect("tainted" in {}).toBe(false);
  });

  test("of two answers about one object, such members are merged like any other", () => {
    const object = JSON.parse('{"__proto__":{"a":1}}');
    for (let round = 0; round < 2; round += 1) {
      mergeInto(object, JSON.parse('{"__proto__":{"b":2},"constructor":{"prototype":{"b":2}},"toString":{"b":2}}'));
    }
    expect(JSON.stringify(object)).toBe(
      '{"__proto__":{"a":1,"b":2},"constructor":{"prototype":{"b":2}},"toString":{"b":2}}',
    );
    for (const each of [{}, Object, Object.prototype.toString]) expect("b" in each).toBe(false);
  });
});

describe(way("W-13"), () => {
  const whole = "{ worklist { totalCount } }";
  const part = `{ worklist { totalCount } ${one} { familyName } }`;
  test("both are answered by 200 with the same members, the same entry and the same headers, and are on record", async () => {
    const [all, some] = [await world.ask(caseworker, management, whole), await world.ask(caseworker, management, part)];
    expect([all.status, some.status]).toEqual([200, 200]);
    expect(Object.keys(JSON.parse(all.text))).toEqual(Object.keys(JSON.parse(some.text)));
    expect(all.errors).toEqual(some.errors);
    expect(all.data).toEqual({ worklist: null });
    const names = ({ headers }: { headers: Headers }) => [...headers.keys()].sort();
    expect(names(all)).toEqual(names(some));
    const log = world.log();
    const recorded = log
      .filter((each) => each.type === "operation")
      .slice(-2)
      .map(({ outcome, decision, withheld }) => {
        const decided = log.find((each) => each.type === "decision" && each.id === decision).withheld;
        return [outcome, withheld.map((position: number) => decided[position].coordinate)];
      });
    expect(recorded).toEqual([
      ["ANSWERED", ["Query.worklist"]],
      ["ANSWERED", ["Query.worklist"]],
    ]);
  });
});

describe(way("W-15"), () => {
  const documents: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    ["in sibling selections of one key", `{ ${one} { familyName } ${one} { convictions { court } } }`, {}],
    ["in a named fragment", `{ ${one} { familyName ...F } } fragment F on Person { convictions { court } }`, {}],
    [
      "under one key in two fragments",
      `{ ${one} { familyName ... on Person { convictions { court } } ... { convictions { id } } } }`,
      {},
    ],
    [
      "included by a variable",
      `query($x: Boolean!) { ${one} { familyName convictions @include(if: $x) { court } } }`,
      { x: true },
    ],
    [
      "included by a default",
      `query($x: Boolean = true) { ${one} { familyName ... @include(if: $x) { convictions { court } } } }`,
      {},
    ],
  ];
  test.each(documents)("%s: a withheld field is not asked for, and is named once", async (_, query, variables) => {
    const reply = await world.ask(caseworker, worklist, query, variables);
    expect(reply.data.person).toMatchObject({ familyName: expect.any(String), convictions: null });
    expect(reply.errors.map(({ path }) => path)).toEqual([["person", "convictions"]]);
    expect(sent()).not.toContain("convictions");
  });

  test("a withheld field that @skip leaves out is neither shown nor named", async () => {
    const query = `query($x: Boolean!) { ${one} { familyName convictions @skip(if: $x) { court } } }`;
    const reply = await world.ask(caseworker, worklist, query, { x: true });
    expect(reply.errors).toEqual([]);
    expect(Object.keys(reply.data.person)).toEqual(["familyName"]);
  });

  const siblings = "{ either { ... on Book { x: secret } ... on Film { x: title } } }";
  test.each([
    ["Film", { x: "shown" }],
    ["Book", { x: null }],
  ])("under one key for two types, a %s is judged by its own", (typeName, expected) => {
    const { redacted } = runStages(toySupergraph, siblings, seeing({ CASE: "ANY" }));
    const { data, withheld } = redacted({ either: { sf_type: typeName, x: "shown" } });
    expect(data).toEqual({ either: expected });
    expect(withheld.map(({ coordinate }) => coordinate)).toEqual(["Book.secret"]);
  });
});

describe(way("W-16"), () => {
  const text = "{ either { __typename ... on Book { secret title } ... on Film { more } } }";
  test.each([
    [{}, ["Book.secret", "Film.more"]],
    [{ CUSTODY: "ANY" }, ["Film.more"]],
    [{ MEASURE: "ANY" }, ["Book.secret"]],
  ])("who sees %j beside the rest is withheld %j", (more, expected) => {
    const { narrowed, redacted } = runStages(toySupergraph, text, seeing({ CASE: "ANY", ...more }));
    expect(narrowed).toContain("... on Book {");
    for (const coordinate of ["Book.secret", "Film.more"]) {
      expect(narrowed?.includes(`sfk_${coordinate.split(".")[1]}`)).toBe(!expected.includes(coordinate));
    }
    expect(redacted({ either: { sf_type: "Book" } }).withheld.map(({ coordinate }) => coordinate)).toEqual(expected);
  });

  test("a type that the union does not have is not believed", () => {
    const { redacted } = runStages(toySupergraph, text, seeing({ CASE: "ANY" }));
    const { data, incidents } = redacted({ either: { sf_type: "Person", title: "x" } });
    expect(data).toEqual({ either: null });
    expect(incidents).toEqual(["Query.either"]);
  });
});

describe(way("W-31"), () => {
  test.each([
    "__typename: familyName",
    "__caslSubjectType__: familyName",
    "sf_facts: familyName",
    "sf_type: familyName",
    "sf_subject: personRef",
  ])("the alias in { %s } is reserved", async (alias) => {
    const reply = await world.ask(caseworker, management, `{ ${one} { ${alias} } }`);
    expect(reply.status).toBe(400);
    expect(reply.errors[0]?.extensions?.code).toBe("RESERVED_ALIAS");
  });

  test("names of relations and facts are ordinary keys, and no condition reads them", async () => {
    const plain = await world.ask(caseworker, management, `{ ${one} { familyName convictions { court } } }`);
    const aliased = await world.ask(
      caseworker,
      management,
      `{ ${one} { OWN_CASE: isMinor LARGE_TRANSFER_BLOCK: isMinor relationFacts: familyName facts: isMinor familyName convictions { court } } }`,
    );
    expect(aliased.data.person).toMatchObject(plain.data.person);
    expect(aliased.errors).toEqual([]);
  });

  test("reduced facts are not shown through an alias of their name", async () => {
    const query = `{ ${one} { conductFacts: interestsToStay { key: number value: number } assessment { band } } }`;
    const { data } = await world.ask(caseworker, management, query);
    expect(JSON.stringify(data)).not.toContain("EXPULSION_INTEREST");
  });

  test("and cannot be taken away from an assessment by one", async () => {
    const assessment = "assessment { band axisA knownWeightPercent }";
    const plain = await world.ask(caseworker, management, `{ ${one} { ${assessment} } }`);
    const aliased = await world.ask(
      caseworker,
      management,
      `{ ${one} { conductFacts: socialConductReports { key: id value: id } ${assessment} } }`,
    );
    expect(aliased.data.person.assessment).toEqual(plain.data.person.assessment);
  });

  test("a key of an entity is not replaced by a field that bears its name", async () => {
    const { data } = await world.ask(
      caseworker,
      management,
      `{ ${one} { personRef: familyName convictions { court } } }`,
    );
    expect(data.person.personRef).toBe("Cvijetić");
    expect(data.person.convictions.length).toBeGreaterThan(0);
  });
});

describe(way("W-33"), () => {
  test("npm run schema refuses what can be withheld and cannot be null", () => {
    const sdl = foreignSubgraph('type Query { p: Int! @data(category: "CASE") }');
    expect(faultsOf(sdl)).toContain("s0: Query.p can be withheld and must be nullable.");
  });

  test("no field of the contract with a category of its own is non-null", () => {
    const { apiSchema, categories } = loadSupergraph();
    const fields = Object.values(apiSchema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, String(field.type)] as const),
      );
    const bubbling = fields.filter(
      ([coordinate, type]) => type.endsWith("!") && categories.get(coordinate)?.some((each) => each !== "INHERIT"),
    );
    expect(bubbling).toEqual([]);
  });

  test("where a subgraph gives null for what cannot be, the answer is smaller, and neither errors nor extensions say so", async () => {
    fault = (name, answer) => {
      const persons = answer.data?.sfk_persons as { sfk_edges?: { sfk_cursor: unknown }[] } | undefined;
      if (name === "immigration") for (const edge of persons?.sfk_edges ?? []) edge.sfk_cursor = null;
      return answer;
    };
    const reply = await world.ask(
      caseworker,
      worklist,
      "{ persons(first: 2) { totalCount edges { cursor node { familyName } } } }",
    );
    expect(reply.status).toBe(200);
    expect(Object.keys(JSON.parse(reply.text))).toEqual(["data"]);
    expect(reply.data.persons).toEqual({ totalCount: expect.any(Number), edges: null });
    expect(reply.text).not.toMatch(/valueCompletion|extensions|non-null/i);
  });

  test("a withheld field among others leaves its siblings and parents standing", async () => {
    const reply = await world.ask(
      caseworker,
      worklist,
      "{ persons(first: 1) { edges { cursor node { personRef held: convictions { id } familyName } } } }",
    );
    expect(reply.data.persons.edges[0]).toEqual({
      cursor: expect.any(String),
      node: { personRef: expect.any(String), held: null, familyName: expect.any(String) },
    });
  });
});
