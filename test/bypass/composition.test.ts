import { isInterfaceType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { contractSchema } from "../../gateway/contractSchema.ts";
import type { Supergraph } from "../../gateway/Supergraph.ts";
import { runStages } from "../gateway/runStages.ts";
import { seeing } from "../gateway/seeing.ts";
import { faultsOf, foreignSubgraph, type Linking, uncheckedSupergraph } from "./foreignSubgraphs.ts";
import { way } from "./way.ts";

const inherit = '@data(category: "INHERIT")';
const caseData = '@data(category: "CASE")';
const identity = '@data(category: "IDENTITY")';
const custody = '@data(category: "CUSTODY")';
const query = (fields: string) => `type Query { ${fields} }`;

/** Whether the gateway asks for a field, of whom it sees only the categories given. */
function asks(supergraph: Supergraph, text: string, field: string, sees: readonly string[]) {
  const ability = seeing(Object.fromEntries(sees.map((category) => [category, "ANY"])));
  return runStages(supergraph, text, ability).narrowed?.includes(`sfk_${field}`) ?? false;
}

/** Names of the fields that a contract of these categories has on a type; empty where it has no such type. */
function contractFields(supergraph: Supergraph, sees: readonly string[], typeName: string): readonly string[] {
  const type = contractSchema(supergraph, { sees: new Set(sees), writes: new Set() }).getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
}

const thing = (onInterface: string, onType: string) =>
  foreignSubgraph(`${query(`thing: Thing ${caseData} book: Book ${caseData}`)}
    interface Thing { title: String ${onInterface} }
    type Book implements Thing { title: String ${onType} pages: Int ${caseData} }
    type Film implements Thing { title: String ${caseData} }`);

describe(way("W-01"), () => {
  test("npm run schema demands the category of the interface on the type, and passes it there", () => {
    expect(faultsOf(thing(identity, caseData))).toContain(
      "s0: Book.title implements Thing.title and must carry its data category IDENTITY too.",
    );
    expect(faultsOf(thing(inherit, identity))).toEqual([]);
  });

  test.each([
    "{ book { title } }",
    "{ thing { ... on Book { title } } }",
    "{ thing { ...F } } fragment F on Book { title }",
  ])("and were it composed all the same, the gateway asks nothing for %s", (text) => {
    const supergraph = uncheckedSupergraph(thing(identity, caseData));
    expect(asks(supergraph, text, "title", ["CASE"])).toBe(false);
    expect(asks(supergraph, text, "title", ["CASE", "IDENTITY"])).toBe(true);
  });

  test("nor does it once the contract has lost the interface", () => {
    const supergraph = uncheckedSupergraph(thing(identity, caseData));
    expect(contractFields(supergraph, ["CASE"], "Thing")).toEqual([]);
    expect(contractFields(supergraph, ["CASE"], "Book")).toEqual(["pages"]);
  });
});

describe(way("W-02"), () => {
  test.each([
    "{ thing { title } }",
    "{ thing { ... on Thing { title } } }",
    "{ thing { ...F } } fragment F on Thing { title }",
  ])("the gateway asks nothing for %s", (text) => {
    const supergraph = uncheckedSupergraph(thing(inherit, identity));
    expect(asks(supergraph, text, "title", ["CASE"])).toBe(false);
    expect(asks(supergraph, text, "title", ["CASE", "IDENTITY"])).toBe(true);
  });
});

describe(way("W-03"), () => {
  const person = (data: string, linking: Linking) =>
    foreignSubgraph(
      `type Query { p: P ${data}(category: "CASE") }
       type P @key(fields: "id") { id: ID! ${data}(category: "INHERIT") name: String ${data}(category: "IDENTITY") }`,
      linking,
    );
  const keyed = ["@key", "@composeDirective"];

  test("npm run schema refuses @data under another name", () => {
    expect(faultsOf(person("@category", { data: "@category" }))).toContain(
      "s0: renames @data to @category. Import it under its own name.",
    );
  });

  test("and an impostor that bears its name", () => {
    const sdl = person("@data", { data: "@category" }).replace(
      "directive @category",
      "directive @data(category: String!) on FIELD_DEFINITION directive @category",
    );
    expect(faultsOf(sdl)).toContain("s0: renames @data to @category. Import it under its own name.");
  });

  test.each([
    [
      "a directive that its checks look for",
      [...keyed, { name: "@requires", as: "@needs" }],
      "renames @requires to @needs",
    ],
    ["a directive that nothing here understands", [...keyed, "@fromContext"], "imports @fromContext"],
    [
      "Apollo's own access control, which is not what decides here",
      [...keyed, "@authenticated"],
      "imports @authenticated",
    ],
  ])("and %s", (_, federation, sentence) => {
    expect(faultsOf(person("@data", { federation })).join()).toContain(sentence);
  });

  test("and a directive that is used without being imported", () => {
    const sdl = person("@data", { federation: ["@composeDirective"] }).replaceAll("@key", "@federation__key");
    expect(faultsOf(sdl)).toContain("s0: uses @federation__key. Import the directive and use its own name.");
  });

  test("were it composed all the same, nothing has a category: no contract has it, and nothing is asked", () => {
    const supergraph = uncheckedSupergraph(person("@category", { data: "@category" }));
    expect(contractFields(supergraph, ["CASE", "IDENTITY"], "P")).toEqual([]);
    expect(asks(supergraph, "{ p { name } }", "p", ["CASE", "IDENTITY"])).toBe(false);
  });
});

const owner = foreignSubgraph(`${query(`p: P ${caseData}`)}
  type P @key(fields: "id") { id: ID! ${inherit} name: String ${identity} }`);

describe(way("W-04"), () => {
  const initials = (category: string) =>
    foreignSubgraph(`type P @key(fields: "id") {
      id: ID! ${inherit} name: String @external ${identity} initial: String @requires(fields: "name") ${category} }`);
  const text = "{ p { initial } }";

  test("npm run schema demands a category of its own on a derived field", () => {
    expect(faultsOf(owner, initials(inherit))).toContain(
      "s1: P.initial is derived by @requires and must carry a data category of its own.",
    );
    expect(faultsOf(owner, initials(caseData))).toEqual([]);
  });

  test("and where the field itself is granted, its input must be granted for combination", () => {
    const supergraph = uncheckedSupergraph(owner, initials(caseData));
    const sees = { CASE: "ANY" };
    expect(runStages(supergraph, text, seeing(sees, {})).narrowed).not.toContain("sfk_initial");
    expect(runStages(supergraph, text, seeing(sees, { IDENTITY: "ANY" })).narrowed).toContain("sfk_initial");
  });

  test("a field that reads from @context is refused, and the gateway does not start with it", () => {
    const sdl = foreignSubgraph(
      `type Query { p: P ${caseData} }
       type P @key(fields: "id") @context(name: "c") { id: ID! ${inherit} name: String ${identity} child: C ${caseData} }
       type C @key(fields: "id") { id: ID! ${inherit}
         hint(n: String @fromContext(field: "$c { name }") ${inherit}): String ${caseData} }`,
      { federation: ["@key", "@composeDirective", "@context", "@fromContext"] },
    );
    const other = foreignSubgraph(`type C @key(fields: "id") { id: ID! ${inherit} x: Int ${caseData} }`);
    expect(faultsOf(sdl, other).join()).toContain("imports @fromContext, which neither");
    expect(() => uncheckedSupergraph(sdl, other)).toThrow(/context\/v0\.1 .* is unsupported/);
  });
});

describe(way("W-05"), () => {
  const first = foreignSubgraph(`type P @key(fields: "id") {
    id: ID! ${inherit} name: String @external ${identity} initial: String @requires(fields: "name") ${custody} }`);
  const second = foreignSubgraph(`type P @key(fields: "id") {
    id: ID! ${inherit} initial: String @external ${custody} badge: String @requires(fields: "initial") ${caseData} }`);
  const supergraph = uncheckedSupergraph(owner, first, second);

  test.each([
    [{}, false],
    [{ CUSTODY: "ANY" }, false],
    [{ IDENTITY: "ANY" }, false],
    [{ CUSTODY: "ANY", IDENTITY: "ANY" }, true],
  ])("with %j to combine, the end of the chain is asked: %s", (combines, asked) => {
    const { narrowed, decision } = runStages(supergraph, "{ p { badge } }", seeing({ CASE: "ANY" }, combines));
    expect(narrowed?.includes("badge")).toBe(asked);
    expect(decision.combined).toEqual(asked ? ["CUSTODY", "IDENTITY"] : []);
  });
});

describe(way("W-06"), () => {
  const base = foreignSubgraph(`${query(`media: Media ${caseData} book: Book ${caseData}`)}
    interface Media @key(fields: "id") { id: ID! ${inherit} }
    type Book implements Media @key(fields: "id") { id: ID! ${inherit} pages: Int ${caseData} }`);
  const ratings = foreignSubgraph(
    `type Media @interfaceObject @key(fields: "id") { id: ID! ${inherit} rating: String ${identity} }`,
  );
  const supergraph = uncheckedSupergraph(base, ratings);

  test.each(["{ media { rating } }", "{ media { ... on Book { rating } } }", "{ book { rating } }"])("%s", (text) => {
    expect(asks(supergraph, text, "rating", ["CASE"])).toBe(false);
    expect(asks(supergraph, text, "rating", ["CASE", "IDENTITY"])).toBe(true);
  });

  test("and no contract shows it, on the interface or on a type", () => {
    expect(contractFields(supergraph, ["CASE"], "Media")).toEqual(["id"]);
    expect(contractFields(supergraph, ["CASE"], "Book")).toEqual(["id", "pages"]);
    expect(contractFields(supergraph, ["CASE", "IDENTITY"], "Book")).toEqual(["id", "pages", "rating"]);
  });
});

describe(way("W-07"), () => {
  const shared = (root: string, category: string) =>
    foreignSubgraph(`${root} type P @key(fields: "id") { id: ID! ${inherit} name: String @shareable ${category} }`);
  const supergraph = uncheckedSupergraph(shared(query(`p: P ${caseData}`), identity), shared("", custody));

  test.each([
    [["CASE"], false],
    [["CASE", "IDENTITY"], false],
    [["CASE", "CUSTODY"], false],
    [["CASE", "IDENTITY", "CUSTODY"], true],
  ])("who sees %j is given the field: %s", (sees, asked) => {
    expect(asks(supergraph, "{ p { name } }", "name", sees)).toBe(asked);
    expect(contractFields(supergraph, sees, "P").includes("name")).toBe(asked);
  });
});

describe(way("W-08"), () => {
  const numbered = foreignSubgraph(`${query(`p: P ${caseData}`)}
    type P @key(fields: "id") { id: ID! ${inherit} number: ID @shareable @data(category: "AZR_NUMBER") }`);
  const keyed = (keys: string, fields: string) => foreignSubgraph(`type P ${keys} { ${fields} more: Int ${caseData} }`);
  const refused = "P.number is a key and must be INHERIT: a key travels between subgraphs.";

  test("Apollo composes it, and the number stands in what is sent to the other subgraph", () => {
    const other = keyed('@key(fields: "number")', `number: ID ${inherit}`);
    expect(() => uncheckedSupergraph(numbered, other)).not.toThrow();
  });

  test("npm run schema refuses it, though the subgraph whose key it is says INHERIT", () => {
    expect(faultsOf(numbered, keyed('@key(fields: "number")', `number: ID ${inherit}`))).toContain(`s1: ${refused}`);
  });

  test("also as the second key, and in the depth of one", () => {
    expect(
      faultsOf(keyed('@key(fields: "id") @key(fields: "number")', `id: ID! ${inherit} number: ID ${identity}`)),
    ).toContain(`s0: ${refused}`);
    const nested = foreignSubgraph(`type P @key(fields: "of { number }") { of: N ${inherit} }
      type N { number: ID ${identity} }`);
    expect(faultsOf(nested)).toContain("s0: N.number is a key and must be INHERIT: a key travels between subgraphs.");
  });

  test("also where a type is extended rather than defined", () => {
    const extended = foreignSubgraph(`extend type P @key(fields: "number") { number: ID ${identity} }`);
    expect(faultsOf(extended)).toContain(`s0: ${refused}`);
  });
});
