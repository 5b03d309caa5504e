import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type KnownOperation, KnownOperations } from "../../gateway/KnownOperations.ts";
import { openWorld, type Reply, type World } from "../harness.ts";

function operation(text: string): KnownOperation {
  const document: DocumentNode = parse(text);
  const [definition] = document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("No operation.");
  return { document, definition: definition satisfies OperationDefinitionNode };
}

describe("An operation that was found valid before", () => {
  const contract = {};
  const text = "query A { a }";

  test("is found by contract, name and text", () => {
    const known = new KnownOperations();
    const kept = operation(text);
    known.keep(contract, text, "A", kept);
    expect(known.find(contract, text, "A")).toBe(kept);
  });

  test.each([
    ["another contract", {}, text, "A"],
    ["another name", contract, text, "B"],
    ["no name", contract, text, null],
    ["another text", contract, `${text} `, "A"],
    ["a name that runs on into the text", contract, "a }", 'A","query A { '],
    ["a text that begins as the name ends", contract, `A","${text}`, null],
  ] as const)("is not found by %s", (_, asked, query, name) => {
    const known = new KnownOperations();
    known.keep(contract, text, "A", operation(text));
    expect(known.find(asked, query, name)).toBeUndefined();
  });

  test("is let go when ever new ones come, however many; one that is asked again stays", () => {
    const known = new KnownOperations();
    const kept = operation(text);
    known.keep(contract, text, null, kept);
    for (let number = 0; number < 100_000; number += 1) {
      known.keep(number % 2 === 0 ? contract : {}, `{ a${number} }`, null, kept);
      if (number % 500 === 0) known.find(contract, text, null);
    }
    expect(known.size).toBe(1_000);
    expect(known.find(contract, text, null)).toBe(kept);
    expect(known.find(contract, "{ a2 }", null)).toBeUndefined();
  });
});

describe("What is asked again", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  const management = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
  const withVariable =
    "query($ref: ID!, $with: Boolean = false) { person(personRef: $ref) { familyName convictions @include(if: $with) { court } } }";
  const reference = { ref: "P-SHOWCASE0001" };
  const asked: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    ["with data", withVariable, reference],
    ["with more of it, by a variable", withVariable, { ...reference, with: true }],
    ["with a variable that does not fit", withVariable, { ref: [] }],
    ["without a variable that is needed", withVariable, {}],
    ["with a variable that nobody declared", withVariable, { ...reference, more: 1 }],
    ["with something withheld", "{ worklist { totalCount } }", {}],
    ["of the schema", "{ __schema { queryType { name } } __typename }", {}],
    ["with what is no operation", "{ nothing }", {}],
    ["with a reserved alias", "{ sf_x: __typename }", {}],
  ];
  test.each(asked)("%s is answered as it was the first time", async (_, query, variables) => {
    const replies: Reply[] = [];
    for (let time = 0; time < 3; time += 1) {
      replies.push(await world.ask("rrk-muenster-caseworker", management, query, variables));
    }
    const told = replies.map(({ status, text, headers }) => ({ status, text, type: headers.get("content-type") }));
    expect(told).toEqual([told[0], told[0], told[0]]);
  });

  test("by an office whose contract lacks a field of it is no valid operation there", async () => {
    const query = '{ person(personRef: "P-SHOWCASE0001") { assessment { band } } }';
    for (let time = 0; time < 2; time += 1) await world.ask("rrk-muenster-caseworker", management, query);
    const reply = await world.ask("lka-nrw", { purpose: "DANGER_AVERSION", caseRef: "LKA-1" }, query);
    expect(reply.status).toBe(400);
    expect(reply.errors.map(({ extensions }) => extensions?.code)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });

  test("is answered in JSON or refused, as the header Accept says", async () => {
    const headers = {
      authorization: `Bearer ${await world.token("rrk-muenster-caseworker")}`,
      "access-purpose": "CASE_MANAGEMENT",
      "access-case": "FM-2026-0001",
      "access-reason": "x",
    };
    const body = JSON.stringify({ query: withVariable, variables: reference });
    await world.post(headers, body);
    const types: (string | null)[] = [];
    for (const accept of ["*/*", "application/json", "application/graphql-response+json"]) {
      types.push((await world.post({ ...headers, accept }, body)).headers.get("content-type"));
    }
    expect(types).toEqual([
      "application/json; charset=utf-8",
      "application/json; charset=utf-8",
      "application/graphql-response+json; charset=utf-8",
    ]);
    expect((await world.post({ ...headers, accept: "text/html" }, body)).status).toBe(406);
  });
});
