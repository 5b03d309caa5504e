import { getNamedType, isObjectType } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import { runStages } from "../gateway/runStages.ts";
import { seeing } from "../gateway/seeing.ts";
import { openWorld, type Stated, type World } from "../harness.ts";
import { toySupergraph } from "./toySupergraph.ts";
import { way } from "./way.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.forget());

const caseworker = "rrk-muenster-caseworker";
const management: Stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const worklist: Stated = { purpose: "WORKLIST" };

describe(way("W-18"), () => {
  /** Every field that leads to a person, and a way through it that an RRK has. */
  const entries: Readonly<Record<string, (selection: string) => string>> = {
    "Query.person": (selection) => `{ person(personRef: "P-SHOWCASE0001") ${selection} }`,
    "PersonEdge.node": (selection) => `{ persons(first: 3) { edges { node ${selection} } } }`,
    "Case.person": (selection) => `{ case(caseRef: "FM-2026-0001") { person ${selection} } }`,
  };
  /** Ways of the clearing office and of the rights desk alone; each has a journey of its own. */
  const elsewhere = ["ClearingCandidate.person", "SubjectRequestPayload.person"];
  const further = [
    (selection: string) => `{ cases(first: 3) { edges { node { person ${selection} } } } }`,
    (selection: string) => `{ worklist(first: 3) { edges { node { case { person ${selection} } } } } }`,
    (selection: string) => `{ person(personRef: "P-SHOWCASE0001") { cases { person ${selection} } } }`,
  ];

  test("the ways to a person are these, and no field gives records of any kind by their id", () => {
    const { apiSchema } = loadSupergraph();
    const leading = Object.values(apiSchema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) =>
          getNamedType(field.type).name === "Person" ? [`${type.name}.${field.name}`] : [],
        ),
      );
    expect(leading.sort()).toEqual([...Object.keys(entries), ...elsewhere].sort());
    expect(Object.keys(apiSchema.getQueryType()?.getFields() ?? {}).filter((name) => /^_|^nodes?$/.test(name))).toEqual(
      [],
    );
  });

  test.each([...Object.values(entries), ...further].map((write) => [write("{ familyName convictions { court } }")]))(
    "%s withholds what the worklist does not need",
    async (query) => {
      const reply = await world.ask(caseworker, worklist, query);
      expect(reply.errors.map(({ extensions }) => extensions?.coordinate)).toEqual(["Person.convictions"]);
      expect(reply.text).toMatch(/"familyName":"[^"]+","convictions":null/);
      expect(world.traffic.map((each) => each.query).join()).not.toContain("convictions");
    },
  );
});

/** Records as a subgraph would give them. */
const person = (ref: string, facts: readonly string[], more: object = {}) => ({
  sf_type: "Person",
  sf_facts: facts,
  sf_subject: ref,
  ref,
  name: `name of ${ref}`,
  ...more,
});

describe(way("W-19"), () => {
  const both = [person("own", ["OWN_CASE", "OWN_FILE"]), person("other", ["OWN_CASE"]), person("none", [])];
  test.each([[both], [both.toReversed()], [[...both, ...both]]])("in whichever order they come (%#)", (people) => {
    const ability = seeing({ CASE: "OWN_CASE", IDENTITY: "OWN_FILE" });
    const { data } = runStages(toySupergraph, "{ people { ref name } }", ability).redacted({ people });
    const shown = (data?.people ?? []) as readonly { readonly ref: string; readonly name: string | null }[];
    const names = shown.map(({ ref, name }) => [ref, name]);
    expect(Object.fromEntries(names)).toEqual({ own: "name of own", other: null });
  });
});

describe(way("W-26"), () => {
  test("a person in a person's list is judged by their own facts, however far down", () => {
    const ability = seeing({ CASE: "OWN_CASE", IDENTITY: "OWN_CASE" });
    const people = [
      person("a", ["OWN_CASE"], {
        friends: [person("b", []), person("c", ["OWN_CASE"], { friends: [person("d", [])] })],
      }),
    ];
    const text = "{ people { ref friends { ref name friends { ref } } } }";
    const { data, incidents } = runStages(toySupergraph, text, ability).redacted({ people });
    expect(data).toEqual({ people: [{ ref: "a", friends: [{ ref: "c", name: "name of c", friends: [] }] }] });
    expect(incidents).toEqual(["Person.friends", "Person.friends"]);
  });

  test("the person of a file is not judged by the file", () => {
    const ability = seeing({ CASE: "OWN_FILE", PERSON_REFERENCE: "OWN_CASE", IDENTITY: "OWN_CASE" });
    const file = (facts: readonly string[]) => ({
      sf_type: "File",
      sf_facts: ["OWN_FILE", "OWN_CASE"],
      sf_subject: "a",
      id: "1",
      about: person("a", facts),
    });
    const text = "{ files { id about { name } } }";
    const answers = [[], ["OWN_CASE"]].map(
      (facts) => runStages(toySupergraph, text, ability).redacted({ files: [file(facts)] }).data,
    );
    expect(answers).toEqual([
      { files: [{ id: "1", about: null }] },
      { files: [{ id: "1", about: { name: "name of a" } }] },
    ]);
  });
});

/** Everything that a requester, or somebody who counts requests on the wire, can observe. */
async function observed(persona: string, stated: Stated, query: string, reference: string) {
  world.forget();
  const { status, text, headers } = await world.ask(persona, stated, query, { ref: reference });
  const named = [...headers].filter(([name]) => !["date", "access-record"].includes(name));
  const asked = world.traffic.map((each) => `${each.subgraph} ${each.query} ${JSON.stringify(each.variables)}`);
  return { status, text, named, asked: asked.map((each) => each.replaceAll(reference, "?")) };
}

describe(way("W-37"), () => {
  const one = "query($ref: ID!) { person(personRef: $ref) { familyName } }";
  const file = "query($ref: ID!) { case(caseRef: $ref) { state person { familyName } } }";
  const add = `mutation($ref: ID!) { addMeasure(input: { caseRef: $ref, kind: HEARING, office: "ABH_05554", dueOn: "2026-07-01" }) { case { state } } }`;
  const estimate = `mutation($ref: ID!) { recordOwnEstimate(input: { caseRef: $ref, band: REGULAR, reason: "kurz" }) { case { state } } }`;
  const record = `mutation($ref: ID!) { recordAssessment(input: { caseRef: $ref, seal: "x" }) { recordedAssessment { id } } }`;
  const propose = `mutation($ref: ID!) { proposeCase(input: { personRef: $ref, ground: OFFENCES, reason: "Nach Aktenlage" }) { case { state } } }`;
  const otherPersons = ["P-SHOWCASE0010", "P-SHOWCASE0003", "P-SHOWCASE0002"];
  const otherCases = ["FM-2026-0010", "FM-2026-0003", "FM-2026-0002", "FM-2024-0011"];
  const borken: Stated = { purpose: "RESIDENCE_PROCEDURE", caseRef: "ABH-BOR-4711/19" };
  const rows: readonly (readonly [string, Stated, string, string, readonly string[]])[] = [
    [caseworker, management, one, "P-ZZZZZZZZZZZZ", otherPersons],
    [caseworker, worklist, one, "P-ZZZZZZZZZZZZ", ["P-SHOWCASE0010", "P-SHOWCASE0003", "P-SHOWCASE0012"]],
    [caseworker, { ...management, caseRef: "FM-2026-0003" }, one, "P-ZZZZZZZZZZZZ", ["P-SHOWCASE0003"]],
    ["lka-nrw", { purpose: "DANGER_AVERSION", caseRef: "LKA-2026-0001" }, one, "P-ZZZZZZZZZZZZ", otherPersons],
    ["jva", { purpose: "CUSTODY_ENFORCEMENT", caseRef: "GB-2025-0001" }, one, "P-ZZZZZZZZZZZZ", otherPersons],
    [caseworker, management, file, "FM-9999-9999", otherCases],
    ["zab-coesfeld", { ...management, purpose: "RETURN_EXECUTION" }, file, "FM-9999-9999", otherCases],
    [caseworker, management, add, "FM-9999-9999", otherCases],
    [caseworker, management, estimate, "FM-9999-9999", otherCases],
    [caseworker, management, record, "FM-9999-9999", otherCases],
    ["abh-borken", borken, propose, "P-ZZZZZZZZZZZZ", otherPersons],
  ];
  test.each(rows)("for %s (%o) with %s", async (persona, stated, query, unknown, references) => {
    const absent = await observed(persona, stated, query, unknown);
    expect(absent.status).toBe(200);
    for (const reference of references) expect(await observed(persona, stated, query, reference)).toEqual(absent);
  });
});
