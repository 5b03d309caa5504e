import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Door, DoorAnswer } from "../../gateway/doors.ts";
import { openWorld, type Reply, type Stated, type World } from "../harness.ts";

/** Stands in for what a subgraph answers; null: every subgraph answers by itself. */
let fault: ((subgraph: string, answer: DoorAnswer) => unknown) | null = null;
const doors = new Map<string, Door>();
let world: World;
beforeAll(async () => {
  world = await openWorld({
    wrapDoor(name, door) {
      doors.set(name, door);
      return async (request) => {
        const answer = await door(request);
        return (fault === null ? answer : fault(name, structuredClone(answer))) as DoorAnswer;
      };
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

/** Everything that a requester, or somebody who counts requests on the wire, can observe. */
async function observed(persona: string, stated: Stated, query: string, reference: string) {
  world.forget();
  const { status, text, headers } = await world.ask(persona, stated, query, { ref: reference });
  const named = [...headers].filter(([name]) => !["date", "access-record"].includes(name));
  const asked = world.traffic.map((each) => `${each.subgraph} ${each.query} ${JSON.stringify(each.variables)}`);
  return { status, text, named, asked: asked.map((each) => each.replaceAll(reference, "?")) };
}

describe("B-01 What is out of reach cannot be told from what does not exist: body, headers and traffic are the same", () => {
  const person = "query($ref: ID!) { person(personRef: $ref) { familyName } }";
  const file = "query($ref: ID!) { case(caseRef: $ref) { state person { familyName } } }";
  const add = `mutation($ref: ID!) { addMeasure(input: { caseRef: $ref, kind: HEARING, office: "ABH_05554", dueOn: "2026-07-01" }) { case { state } } }`;
  const estimate = `mutation($ref: ID!) { recordOwnEstimate(input: { caseRef: $ref, band: REGULAR, reason: "kurz" }) { case { state } } }`;
  const record = `mutation($ref: ID!) { recordAssessment(input: { caseRef: $ref, seal: "x" }) { recordedAssessment { id } } }`;
  const propose = `mutation($ref: ID!) { proposeCase(input: { personRef: $ref, ground: OFFENCES, reason: "Nach Aktenlage" }) { case { state } } }`;
  const otherPersons = ["P-SHOWCASE0010", "P-SHOWCASE0003", "P-SHOWCASE0002"];
  const otherCases = ["FM-2026-0010", "FM-2026-0003", "FM-2026-0002", "FM-2024-0011"];
  const borken: Stated = { purpose: "RESIDENCE_PROCEDURE", caseRef: "ABH-BOR-4711/19" };
  const rows: readonly (readonly [string, Stated, string, string, readonly string[]])[] = [
    [caseworker, management, person, "P-ZZZZZZZZZZZZ", otherPersons],
    [caseworker, worklist, person, "P-ZZZZZZZZZZZZ", ["P-SHOWCASE0010", "P-SHOWCASE0003", "P-SHOWCASE0012"]],
    [caseworker, { ...management, caseRef: "FM-2026-0003" }, person, "P-ZZZZZZZZZZZZ", ["P-SHOWCASE0003"]],
    ["lka-nrw", { purpose: "DANGER_AVERSION", caseRef: "LKA-2026-0001" }, person, "P-ZZZZZZZZZZZZ", otherPersons],
    ["jva", { purpose: "CUSTODY_ENFORCEMENT", caseRef: "GB-2025-0001" }, person, "P-ZZZZZZZZZZZZ", otherPersons],
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

describe("B-02 A seal records what was read, for the person and office it was made for, once", () => {
  const record = `mutation($case: ID!, $seal: String!) { recordAssessment(input: { caseRef: $case, seal: $seal }) { recordedAssessment { id } } }`;
  const codeOf = (reply: Reply) => reply.errors[0]?.extensions?.code;
  test("neither another person's case, nor a changed seal takes it, and a repetition gives the same row", async () => {
    const { data } = await world.ask(caseworker, management, `{ ${one} { assessment { seal } } }`);
    const seal: string = data.person.assessment.seal;
    const keep = (stated: Stated, kept: string, ref = stated.caseRef) =>
      world.ask(caseworker, stated, record, { case: ref, seal: kept });
    expect(codeOf(await keep({ ...management, caseRef: "FM-2026-0002" }, seal))).toBe("NOT_FOUND");
    expect(codeOf(await keep({ ...management, caseRef: "FM-2026-0002" }, seal, "FM-2026-0001"))).toBe("NOT_FOUND");
    expect(codeOf(await keep(management, `${seal.slice(0, -4)}AAAA`))).toBe("INVALID_INPUT");
    expect(codeOf(await keep(management, "A".repeat(200)))).toBe("INVALID_INPUT");
    const kept = await keep(management, seal);
    expect(kept.data.recordAssessment.recordedAssessment.id).toMatch(/^RA-[0-9A-Z]{16}$/);
    expect((await keep(management, seal)).data).toEqual(kept.data);
  });
});

describe("B-03 A subgraph that is asked directly gives out what the grant covers and nothing else", () => {
  const people = "query($of: [_Any!]!) { _entities(representations: $of) { ... on Person { convictions { court } } } }";
  const findings =
    "query($of: [_Any!]!) { _entities(representations: $of) { ... on Person { policeFindings { kind } } } }";
  const estimate = `mutation { recordOwnEstimate(input: { caseRef: "FM-2026-0001", band: REGULAR, reason: "Nach Aktenlage" }) { __typename } }`;
  const calls: readonly (readonly [string, string, string | null, string, string, unknown])[] = [
    ["without a grant", "criminal-records", null, people, "P-SHOWCASE0001", "GRANT_MISSING"],
    ["with another subgraph's grant", "criminal-records", "immigration", people, "P-SHOWCASE0001", "GRANT_INVALID"],
    ["for an ungranted field", "criminal-records", "criminal-records", findings, "P-SHOWCASE0001", "FIELD_NOT_GRANTED"],
    ["to write with a grant for reading", "scoring", "scoring", estimate, "P-SHOWCASE0001", "FIELD_NOT_GRANTED"],
    ["about its schema", "criminal-records", "criminal-records", "{ __schema { types { name } } }", "", "BAD_REQUEST"],
    ["for a person of RRK Köln", "criminal-records", "criminal-records", people, "P-SHOWCASE0010", [null]],
    ["under the large block", "criminal-records", "criminal-records", people, "P-SHOWCASE0003", [null]],
    ["for a person of another case", "criminal-records", "criminal-records", people, "P-SHOWCASE0002", [null]],
  ];
  test.each(calls)("%s", async (_, subgraph, grantOf, query, personRef, expected) => {
    await world.ask(caseworker, management, `{ ${one} { familyName convictions { court } assessment { band } } }`);
    const grant = grantOf === null ? "" : (world.traffic.find((each) => each.subgraph === grantOf)?.grant ?? "");
    const variables = { of: [{ __typename: "Person", personRef }] };
    const request = { query, variables, operationName: null, grant, operationId: "direct" };
    const answer = await doors.get(subgraph)?.(request);
    const entities = answer?.data?._entities as readonly { readonly convictions: unknown }[] | undefined;
    expect(answer?.errors?.[0]?.extensions?.code ?? entities?.map(({ convictions }) => convictions)).toEqual(expected);
  });
});

describe("B-04 What a faulty subgraph answers is not believed", () => {
  const query = `{ ${one} { familyName convictions { court } cases { caseRef } } }`;
  // biome-ignore lint/suspicious/noExplicitAny: a faulty answer has any shape
  type Change = (data: any) => unknown;
  const broken: readonly (readonly [string, Change])[] = [
    ["nothing", () => null],
    ["a text", () => "nonsense"],
    ["no data", () => ({})],
    ["an error without a code", (data) => ({ data, errors: [{ message: "Erika Mustermann" }] })],
    ["an error with a value", () => ({ data: null, errors: [{ message: "Erika", extensions: { code: "INTERNAL" } }] })],
    ["more records than asked for", (data) => ({ data: { _entities: [...data._entities, ...data._entities] } })],
    ["fewer records than asked for", () => ({ data: { _entities: [] } })],
  ];
  test.each(broken)(
    "criminal-records answers %s: nothing is disclosed, and the answer repeats none of it",
    async (_, change) => {
      fault = (name, answer) => (name === "criminal-records" ? change(answer.data) : answer);
      const reply = await world.ask(caseworker, management, query);
      expect(reply.status).toBe(503);
      expect(reply.errors.map((error) => error.extensions?.code)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
      expect(reply.text).not.toMatch(/Erika|data/);
    },
  );

  const facts: readonly (readonly [string, unknown])[] = [
    ["no facts", undefined],
    ["null", null],
    ["a text", "OWN_CASE"],
    ["numbers", [1]],
    ["an object like a list", { 0: "OWN_CASE", length: 1 }],
    ["no relation", []],
    ["a large transfer block", ["OWN_CASE", "LARGE_TRANSFER_BLOCK"]],
  ];
  test.each(facts)("a person whose relation facts are %s is not shown", async (_, claimed) => {
    fault = (name, answer) => {
      const person = answer.data?.sfk_person as Record<string, unknown> | undefined;
      if (name === "immigration" && person !== undefined) person.sf_facts = claimed;
      return answer;
    };
    const reply = await world.ask(caseworker, management, `{ ${one} { personRef familyName } }`);
    expect(reply.data?.person ?? null).toBeNull();
  });

  test("a case that the office has no relation to is taken out of the list and reported", async () => {
    const foreign = {
      __typename: "Case",
      sf_type: "Case",
      sf_facts: [],
      sf_subject: null,
      sfk_caseRef: "FM-2026-0010",
    };
    fault = (name, answer) => {
      const [person] = (answer.data?._entities ?? []) as { sfk_cases?: object[] }[];
      if (name === "casework" && person !== undefined) person.sfk_cases = [foreign];
      return answer;
    };
    const before = world.reports.length;
    const reply = await world.ask(caseworker, management, query);
    expect(reply.data.person.cases).toEqual([]);
    expect(world.reports.slice(before)).toMatchObject([{ event: "incident", detail: { coordinate: "Person.cases" } }]);
  });

  test("keys like __proto__ in its JSON change no object", async () => {
    const poison =
      '{"_entities":[{"__proto__":{"tainted":1},"constructor":{"prototype":{"tainted":1}},"sfk_convictions":[]}]}';
    fault = (name, answer) => (name === "criminal-records" ? { data: JSON.parse(poison) } : answer);
    const reply = await world.ask(caseworker, management, query);
    expect(reply.data.person.convictions).toEqual([]);
    expect("tainted" in {}).toBe(false);
  });
});
