import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DoorAnswer } from "../../gateway/doors.ts";
import { personas } from "../../gateway/identity/personas.ts";
import { openWorld, type Stated, type World } from "../harness.ts";
import { way } from "./way.ts";

/** What casework answers in place of itself; null: it answers by itself. */
let fault: DoorAnswer | null = null;
let world: World;
beforeAll(async () => {
  world = await openWorld({
    wrapDoor: (name, door) => (request) =>
      name === "casework" && fault !== null ? Promise.resolve(fault) : door(request),
  });
});
afterAll(() => world?.close());
beforeEach(() => {
  fault = null;
  world.forget();
});

const caseworker = "rrk-muenster-caseworker";
const worklist: Stated = { purpose: "WORKLIST" };
const management: Stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const findings: Stated = { purpose: "DANGER_AVERSION", caseRef: "LKA-2026-0001" };
const one = 'person(personRef: "P-SHOWCASE0001")';
const sent = () => world.traffic.map(({ query }) => query).join("\n");

describe(way("W-14"), () => {
  const withheld = `${one} { familyName convictions { court } }`;
  const asked = "__schema { queryType { name } }";
  test.each([
    ["before it", `{ ${asked} ${withheld} }`],
    ["after it", `{ ${withheld} ${asked} }`],
    ["in an inline fragment", `{ ${withheld} ... { ... on Query { ${asked} } } }`],
    ["in a named fragment", `{ ${withheld} ...S } fragment S on Query { ${asked} }`],
    ["with it in one fragment", `{ ...B } fragment B on Query { ${asked} ${withheld} }`],
  ])("%s: the field is withheld, and the schema is the requester's", async (_, query) => {
    const reply = await world.ask(caseworker, worklist, query);
    expect(reply.data).toMatchObject({
      __schema: { queryType: { name: "Query" } },
      person: { familyName: expect.any(String), convictions: null },
    });
    expect(reply.errors.map(({ path }) => path)).toEqual([["person", "convictions"]]);
    expect(sent()).not.toContain("convictions");
  });

  test.each(['{ __type(name: "Assessment") { name } }', '{ ... on Query { a: __type(name: "Assessment") { name } } }'])(
    "LKA NRW learns of no type outside its contract by %s",
    async (query) => {
      const reply = await world.ask("lka-nrw", findings, `${query.slice(0, -1)} ${one} { personRef } }`);
      expect(JSON.stringify(reply.data)).not.toContain("Assessment");
    },
  );
});

describe(way("W-20"), () => {
  test.each(["{ __schema { types { name } } }", '{ __type(name: "Person") { name } }', "{ __typename }"])(
    "%s needs a token",
    async (query) => {
      const reply = await world.post({}, JSON.stringify({ query }));
      expect(reply.status).toBe(401);
      expect(reply.data).toBeUndefined();
    },
  );

  test.each([...personas.keys()].filter((name) => name !== "lzpd-operator"))(
    "%s is shown its own schema whole, and nothing that no rule can grant it",
    async (persona) => {
      const reply = await world.ask(persona, {}, getIntrospectionQuery());
      expect(reply.errors).toEqual([]);
      expect(reply.text).not.toMatch(
        /"(relationFacts|dataSubject|residenceFacts|conductFacts|caseworkFacts|religion|azrNumber)"/,
      );
      expect(world.traffic).toEqual([]);
    },
  );

  test("the operator, to whom no rule grants anything, is shown none", async () => {
    expect((await world.ask("lzpd-operator", {}, getIntrospectionQuery())).data).toBeUndefined();
  });

  test("it is costed: types with the fields of their fields' types, thirty times, are refused", async () => {
    const fields = Array.from(
      { length: 30 },
      (_, index) => `f${index}: fields { type { fields { name type { name } } } }`,
    );
    const reply = await world.ask(caseworker, {}, `{ __schema { types { ${fields.join(" ")} } } }`);
    expect(reply.errors[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", limit: "costMax" });
  });

  test("and lists of lists of lists are invalid", async () => {
    const deep = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
    expect((await world.ask(caseworker, {}, deep)).errors[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe(way("W-22"), () => {
  /** Hidden from LKA NRW, each beside a name that nobody has, written in the same place. */
  const places: readonly (readonly [string, (name: string) => string, string, string])[] = [
    ["a field", (name) => `{ ${one} { ${name} } }`, "convictions", "convictionz"],
    ["a root field", (name) => `{ ${name} { totalCount } }`, "worklist", "worklizt"],
    ["a type condition", (name) => `{ ${one} { ... on ${name} { id } } }`, "Conviction", "Convictionz"],
    ["a fragment's type", (name) => `{ ${one} { ...F } } fragment F on ${name} { id }`, "Assessment", "Assezzment"],
    ["an input field", (name) => `{ persons(filter: { ${name}: true }) { totalCount } }`, "religion", "religiom"],
    ["an enum value", (name) => `{ persons(orderBy: ${name}) { totalCount } }`, "BAND", "BANT"],
    ["the type of a variable", (name) => `query($v: ${name}) { ${one} { personRef } }`, "Band", "Bant"],
    ["an argument", (name) => `{ persons(${name}: 1) { totalCount } }`, "band", "bant"],
    ["a mutation", (name) => `mutation { ${name} { x } }`, "decideAdmission", "decideAdmizzion"],
  ];
  const recorded = () => world.log().filter((each) => each.type === "operation").length;
  test.each(places)(
    "%s that is hidden is answered like one that nobody has, at the same cost",
    async (_, write, hidden, none) => {
      const answers = [];
      for (const name of [hidden, none]) {
        const before = recorded();
        const { status, text } = await world.ask("lka-nrw", findings, write(name));
        answers.push({
          status,
          text: text.replaceAll(name, "?"),
          asked: world.traffic.length,
          logged: recorded() - before,
        });
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.text).not.toMatch(/did you mean/i);
      expect(answers[0]).toMatchObject({ status: 400, asked: 0 });
    },
  );

  test("a name that is nearly a visible one is not helped to it", async () => {
    const reply = await world.ask(caseworker, management, `{ ${one} { familyNam conviction { court } } }`);
    expect(reply.text).not.toMatch(/did you mean|familyName|convictions/i);
  });

  test.each(["subscription { x }", "query A { __typename } query B { __typename }", "{ __typename } { __typename }"])(
    "no text of the inside leaves with an error for %s",
    async (query) => {
      const reply = await world.ask(caseworker, management, query);
      expect(reply.status).toBe(400);
      expect(reply.text).not.toMatch(/The contract has no|Maximum call|Error:/);
    },
  );

  const code = "INVALID_INPUT";
  const told = "Write 10 to 2000 characters.";
  const faults: readonly (readonly [string, object, object])[] = [
    [
      "a sentence with a name",
      { message: "Erika Mustermann is dead." },
      { message: "An input value cannot be accepted." },
    ],
    [
      "a sentence of another code",
      { message: "The request has been answered." },
      { message: "An input value cannot be accepted." },
    ],
    [
      "a sentence of ours with more behind it",
      { message: `${told} Erika` },
      { message: "An input value cannot be accepted." },
    ],
    [
      "a field that is no input",
      { message: told, extensions: { code, field: "input.Mustermann" } },
      { message: told, extensions: { code } },
    ],
    [
      "further extensions",
      { message: told, extensions: { code, field: "input.reason", person: "Erika" } },
      { message: told, extensions: { code, field: "input.reason" } },
    ],
    [
      "a path that leads nowhere",
      { message: told, path: ["Erika", "Mustermann"] },
      { message: told, extensions: { code } },
    ],
  ];
  test.each(faults)("a subgraph that answers a known code with %s is not repeated", async (_, error, expected) => {
    fault = { data: { sfk_case: null }, errors: [{ message: "", extensions: { code }, ...error }] };
    const reply = await world.ask(caseworker, management, '{ case(caseRef: "FM-2026-0001") { state } }');
    expect(reply.errors).toEqual([{ extensions: { code }, ...expected }]);
    expect(reply.text).not.toMatch(/Erika|Mustermann/);
  });
});
