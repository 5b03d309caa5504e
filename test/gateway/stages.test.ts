import { readFileSync } from "node:fs";
import { parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { contractSchema } from "../../gateway/contractSchema.ts";
import type { OfficeAbility } from "../../gateway/policy/ability.ts";
import { redact } from "../../gateway/redact.ts";
import { readSupergraph } from "../../gateway/Supergraph.ts";
import { composeSupergraph } from "../../schema/composeSupergraph.ts";
import { runStages } from "./runStages.ts";
import { seeing } from "./seeing.ts";

/** A small contract with what the real one does not have: an interface, a union, and a derived field. */
const sdl = parse(
  `${readFileSync(new URL("../../schema/directives.graphql", import.meta.url), "utf8")}
  "Root."
  type Query {
    "By interface."
    thing: Thing @data(category: "CASE")
    "By union."
    either: Either @data(category: "CASE")
    "A list."
    list("Filter." by: By @data(category: "INHERIT")): [A!] @data(category: "CASE")
  }
  "Filter."
  input By { "By name." name: String @data(category: "IDENTITY") "By more." deep: [By!] @data(category: "INHERIT") }
  "Interface."
  interface Thing { "Name." name: String @data(category: "INHERIT") }
  "Union."
  union Either = A | B
  "An entity."
  type A implements Thing @key(fields: "id") {
    "Key."
    id: ID! @data(category: "INHERIT")
    "Name."
    name: String @data(category: "IDENTITY")
    "Relations."
    relationFacts: [String!]! @inaccessible @data(category: "RELATION_FACTS")
    "Subject."
    dataSubject: String @inaccessible @data(category: "RELATION_FACTS")
    "Of another category."
    secret: String @data(category: "CUSTODY")
    "Records, each judged by itself."
    records: [R!] @data(category: "POLICE_FINDING")
    "One of them."
    latest: R @data(category: "POLICE_FINDING")
    "Of two."
    both: String @data(category: "IDENTITY") @data(category: "CUSTODY")
    "Source."
    provenance: Provenance @data(category: "INHERIT")
  }
  "No entity."
  type B implements Thing {
    "Name."
    name: String @data(category: "INHERIT")
    "Number."
    more: Int @data(category: "MEASURE")
    "Source."
    provenance: Provenance @data(category: "INHERIT")
  }
  "A record with facts of its own."
  type R {
    "Facts of the record."
    relationFacts: [String!]! @inaccessible @data(category: "RELATION_FACTS")
    "What it says."
    what: String @data(category: "POLICE_FINDING")
    "A detail."
    detail: String @data(category: "INVESTIGATION_DETAIL")
    "Source."
    provenance: Provenance @data(category: "INHERIT")
  }
  "Source."
  type Provenance { "Counted from 1." version: Int @data(category: "INHERIT") }
`,
);

const composed = composeSupergraph([{ name: "toy", sdl }]);
const supergraph = readSupergraph(
  composed.supergraphSdl ?? "",
  new Map([["toy", new Set(["CASE", "IDENTITY", "CUSTODY", "MEASURE", "POLICE_FINDING", "RELATION_FACTS"])]]),
);

function stages(text: string, ability: OfficeAbility, variables: Readonly<Record<string, unknown>> = {}) {
  return runStages(supergraph, text, ability, variables);
}

describe("Abstract types", () => {
  test("a rule on the implementing type holds when it is asked through the interface", () => {
    const { narrowed } = stages("{ thing { name } }", seeing({ CASE: "ANY" }));
    expect(narrowed).toBe("{ sfk_thing: thing { sf_type: __typename } }");
  });

  test("are asked which type an object is; others are only where nothing else is sure to be asked", () => {
    const asked = (text: string) => stages(text, seeing({ CASE: "ANY" }), { with: false }).narrowed;
    expect(asked("{ either { ... on A { id } } }")).toContain("either { sf_type: __typename ");
    expect(asked("{ list { id provenance { version } } }")).not.toContain("sf_type");
    expect(asked("{ list { provenance { __typename } } }")).toContain("provenance { sf_type: __typename }");
    const conditional = "query($with: Boolean!) { list { id provenance { version @include(if: $with) } } }";
    expect(asked(conditional)).toContain("provenance { sf_type: __typename sfk_version: version @include(if: $with) }");
  });

  test("and through a fragment on the interface, and on the type itself", () => {
    const text = "{ either { ... on Thing { name } ... on A { name id } } }";
    const { narrowed } = stages(text, seeing({ CASE: "ANY" }));
    expect(narrowed).toBe("{ sfk_either: either { sf_type: __typename ... on A { sfk_id: id } } }");
  });

  test("members of a union are judged each by its own rules", () => {
    const text = "{ either { ... on A { secret } ... on B { more } } }";
    const { narrowed, redacted } = stages(text, seeing({ CASE: "ANY", MEASURE: "ANY" }));
    expect(narrowed).toContain("... on B { sfk_more: more }");
    expect(narrowed).not.toContain("secret");
    const { data, withheld } = redacted({ either: { sf_type: "B", more: 7 } });
    expect(data).toEqual({ either: { more: 7 } });
    expect(withheld.map((entry) => entry.coordinate)).toEqual(["A.secret"]);
  });
});

describe("Aliases of the client", () => {
  test("never stand where the planner puts keys and required fields", () => {
    const { narrowed } = stages("{ list { relationFacts: name id: name } }", seeing({ CASE: "ANY", IDENTITY: "ANY" }));
    expect(narrowed).toContain("sfk_relationFacts: name sfk_id: name");
  });
});

describe("Several categories on one field", () => {
  test.each([
    [{ IDENTITY: "ANY" }, false],
    [{ CUSTODY: "ANY" }, false],
    [{ IDENTITY: "ANY", CUSTODY: "ANY" }, true],
  ])("%j: all of them must be granted", (categories, asked) => {
    const { narrowed } = stages("{ list { both } }", seeing({ CASE: "ANY", ...categories }));
    expect(narrowed?.includes("both")).toBe(asked);
  });
});

describe("Inputs are found wherever they hide", () => {
  const ability = seeing({ CASE: "ANY" });
  test.each([
    ["written in the document", "{ list(by: { name: null }) { id } }", {}],
    ["inside a list of input objects", '{ list(by: { deep: [{ deep: [{ name: "x" }] }] }) { id } }', {}],
    ["in a variable", "query($by: By) { list(by: $by) { id } }", { by: { deep: [{ name: "x" }] } }],
    ["in a nested variable", "query($n: String) { list(by: { name: $n }) { id } }", { n: null }],
    ["in a default of a variable", 'query($by: By = { name: "x" }) { list(by: $by) { id } }', {}],
  ])("%s", (_, text, variables) => {
    expect(stages(text, ability, variables).narrowed).toBeNull();
  });

  test("an input that is not used is not tested", () => {
    expect(stages("query($by: By) { list(by: $by) { id } }", ability, { by: { deep: [] } }).narrowed).toContain("list");
  });
});

describe("The second look", () => {
  const ability = seeing({ CASE: "OWN_CASE", IDENTITY: "OWN_FILE" });
  const text = "{ list { id name again: name } }";
  const row = (id: string, facts: readonly string[]) => ({
    sf_type: "A",
    sf_facts: facts,
    sf_subject: id,
    id,
    name: "n",
    again: "n",
  });

  test("drops rows outside the relation, nulls fields outside theirs, and counts what should not have come", () => {
    const { redacted } = stages(text, ability);
    const { data, withheld, incidents, disclosed } = redacted({
      list: [row("1", ["OWN_CASE", "OWN_FILE"]), row("2", ["OWN_CASE"]), row("3", [])],
    });
    expect(data).toEqual({
      list: [
        { id: "1", name: "n", again: "n" },
        { id: "2", name: null, again: null },
      ],
    });
    expect(withheld.map((entry) => entry.path.join("."))).toEqual(["list.name", "list.again"]);
    expect(incidents).toEqual(["A.name", "A.name", "Query.list"]);
    expect([...(disclosed.get("2") ?? [])]).toEqual(["Query.list", "A.id"]);
    expect(disclosed.has("3")).toBe(false);
  });

  test("fails closed where facts are missing or no list", () => {
    const { redacted } = stages(text, ability);
    for (const facts of [undefined, null, "OWN_CASE", { OWN_CASE: true }, [1, null]]) {
      const { data } = redacted({ list: [{ ...row("1", []), sf_facts: facts }] });
      expect(data).toEqual({ list: [] });
    }
  });

  test("asks CASL as often for 1,000 rows as for one of each kind, and nothing for the next answer", () => {
    const { redacted } = stages(text, ability);
    const rows = [row("1", ["OWN_CASE"]), row("2", ["OWN_CASE", "OWN_FILE"])];
    const few = redacted({ list: rows }).questions;
    expect(few).toBeGreaterThan(0);
    const many = stages(text, ability).redacted({ list: Array.from({ length: 500 }, () => rows).flat() });
    expect(many.questions).toBe(few);
    expect(redacted({ list: rows }).questions).toBe(0);
    expect(redacted({ list: [row("3", ["OWN_FILE"])] }).questions).toBeGreaterThan(0);
  });

  test("keeps apart what @include leaves out and lets in, although it is one decision", () => {
    const text = "query($with: Boolean!) { list { id name @include(if: $with) } }";
    const { operation, decision } = stages(text, ability, { with: true });
    const facts = { sf_type: "A", sf_facts: ["OWN_CASE", "OWN_FILE"], sf_subject: "1" };
    const told = (given: boolean) =>
      redact({ ...operation, variables: { with: given } }, decision, {
        sfk_list: [{ ...facts, sfk_id: "1", ...(given ? { sfk_name: "n" } : {}) }],
      });
    for (const given of [true, false, true]) {
      const { data, disclosed } = told(given);
      expect(data).toEqual({ list: [given ? { id: "1", name: "n" } : { id: "1" }] });
      expect(disclosed.get("1")?.has("A.name")).toBe(given);
    }
  });

  test("reads own keys alone: nothing of a prototype passes for data", () => {
    const { redacted } = stages("{ list { constructor: name } }", seeing({ CASE: "ANY", IDENTITY: "ANY" }));
    const { data } = redacted(
      JSON.parse('{"list":[{"__proto__":{"sfk_constructor":"x"},"sf_facts":[],"sf_subject":"1"}]}'),
    );
    expect(JSON.stringify(data)).toBe('{"list":[{"constructor":null}]}');
  });
});

describe("The second look on records that are judged one by one", () => {
  const text = "{ list { records { what detail provenance { version } } latest { what } } }";
  const ability = seeing({ CASE: "OWN_FINDING", POLICE_FINDING: "OWN_RECORD", INVESTIGATION_DETAIL: "OWN_FINDING" });
  const record = (what: string, ...facts: readonly string[]) => ({
    sf_type: "R",
    sf_facts: facts,
    what,
    detail: "d",
    provenance: { sf_type: "Provenance", version: 1 },
  });
  const look = (facts: readonly string[], records: readonly object[], latest: object | null) =>
    stages(text, ability).redacted({ list: [{ sf_type: "A", sf_facts: facts, sf_subject: "1", records, latest }] });

  test("asks for the facts of each", () => {
    expect(stages(text, ability).narrowed).toContain("sfk_latest: latest { sf_facts: relationFacts");
  });

  test("lets own ones through with what inherits their category, and details by the relation to the person", () => {
    const own = record("own", "OWN_RECORD");
    const { data, withheld, incidents } = look(["OWN_FINDING"], [own], own);
    const told = { what: "own", detail: "d", provenance: { version: 1 } };
    expect(data).toEqual({ list: [{ records: [told], latest: { what: "own" } }] });
    expect([withheld, incidents]).toEqual([[], []]);
  });

  test("drops another office's, should the subgraph let it through, and counts each as an incident", () => {
    const others = [record("other"), record("own", "OWN_RECORD"), record("other", "OWN_CUSTODY")];
    const { data, withheld, incidents } = look(["OWN_FINDING"], others, record("other"));
    expect(data).toMatchObject({ list: [{ records: [{ what: "own" }], latest: null }] });
    expect(JSON.stringify(data)).not.toContain("other");
    expect(withheld).toEqual([]);
    expect(incidents).toEqual(["A.records", "A.records", "A.latest"]);
  });

  test("tells a person without own records from none by nothing: an empty list, no entry", () => {
    const { data, withheld, incidents } = look(["OWN_FINDING"], [], null);
    expect(data).toEqual({ list: [{ records: [], latest: null }] });
    expect([withheld, incidents]).toEqual([[], []]);
  });

  test("lets a record of one's own open nothing of a person without a relation", () => {
    const reaching = seeing({ CASE: "ANY", POLICE_FINDING: "OWN_RECORD", INVESTIGATION_DETAIL: "ANY" });
    const own = record("own", "OWN_RECORD");
    const { data, incidents } = stages(text, reaching).redacted({
      list: [{ sf_type: "A", sf_facts: ["UNION_CITIZEN"], sf_subject: "1", records: [own], latest: own }],
    });
    expect(data).toEqual({ list: [{ records: null, latest: null }] });
    expect(incidents).toEqual(["A.records", "A.latest"]);
  });
});

describe("A contract", () => {
  test("knows nothing of what can never be granted: fields, inputs, and types that are then empty", () => {
    const schema = contractSchema(supergraph, { sees: new Set(["CASE"]), writes: new Set() });
    expect(Object.keys(schema.getTypeMap())).not.toContain("B.more");
    expect(validate(schema, parse("{ list { secret } }")).length).toBe(1);
    expect(validate(schema, parse('{ list(by: { name: "x" }) { id } }')).length).toBe(1);
    expect(validate(schema, parse("{ list { id } }"))).toEqual([]);
    expect(validate(schema, parse("{ list { relationFacts } }")).length).toBe(1);
  });
});
