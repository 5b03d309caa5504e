import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Door, DoorAnswer } from "../../gateway/doors.ts";
import { openWorld, type Stated, type World } from "../harness.ts";
import { way } from "./way.ts";

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
const one = 'person(personRef: "P-SHOWCASE0001")';
const people = "query($of: [_Any!]!) { _entities(representations: $of) { ... on Person { convictions { court } } } }";

/** What a subgraph answers who asks it directly. */
async function directly(subgraph: string, grant: string | null, query: string, personRef: string): Promise<unknown> {
  const variables = { of: [{ __typename: "Person", personRef }] };
  const request = {
    query,
    variables,
    operationName: null,
    grant: grant ?? "",
    operationId: "direct",
    kind: "query",
  } as const;
  const answer = await doors.get(subgraph)?.(request);
  const entities = answer?.data?._entities as readonly ({ readonly convictions: unknown } | null)[] | undefined;
  return answer?.errors?.[0]?.extensions?.code ?? entities?.map((each) => each?.convictions ?? null) ?? answer?.data;
}

/** A grant that the gateway made out to a subgraph for what a persona asked. */
async function grantOf(subgraph: string, persona: string, stated: Stated, query: string): Promise<string> {
  world.forget();
  await world.ask(persona, stated, query);
  return world.traffic.find((each) => each.subgraph === subgraph)?.grant ?? "none";
}

describe(way("W-32"), () => {
  const asked = `{ ${one} { familyName convictions { court } assessment { band } } }`;
  const findings =
    "query($of: [_Any!]!) { _entities(representations: $of) { ... on Person { policeFindings { kind } } } }";
  const estimate = `mutation { recordOwnEstimate(input: { caseRef: "FM-2026-0001", band: REGULAR, reason: "Nach Aktenlage" }) { __typename } }`;
  const calls: readonly (readonly [string, string, string | null, string, string, unknown])[] = [
    ["without a grant", "criminal-records", null, people, "P-SHOWCASE0001", "GRANT_MISSING"],
    ["for its SDL, without a grant", "criminal-records", null, "{ _service { sdl } }", "", "GRANT_MISSING"],
    ["with another subgraph's grant", "criminal-records", "immigration", people, "P-SHOWCASE0001", "GRANT_INVALID"],
    ["for an ungranted field", "criminal-records", "criminal-records", findings, "P-SHOWCASE0001", "FIELD_NOT_GRANTED"],
    ["to write with a grant for reading", "scoring", "scoring", estimate, "P-SHOWCASE0001", "FIELD_NOT_GRANTED"],
    ["about its schema", "criminal-records", "criminal-records", "{ __schema { types { name } } }", "", "BAD_REQUEST"],
    ["for a person of RRK Köln", "criminal-records", "criminal-records", people, "P-SHOWCASE0010", [null]],
    ["under the large block", "criminal-records", "criminal-records", people, "P-SHOWCASE0003", [null]],
    ["for a person of another case", "criminal-records", "criminal-records", people, "P-SHOWCASE0002", [null]],
  ];
  test.each(calls)("%s", async (_, subgraph, ofSubgraph, query, personRef, expected) => {
    const grant = ofSubgraph === null ? null : await grantOf(ofSubgraph, caseworker, management, asked);
    expect(await directly(subgraph, grant, query, personRef)).toEqual(expected);
  });

  test("with RRK Köln's grant: what RRK Köln may see, and nothing of RRK Münster's", async () => {
    const koeln: Stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0010" };
    const grant = await grantOf(
      "criminal-records",
      "rrk-koeln-caseworker",
      koeln,
      '{ person(personRef: "P-SHOWCASE0010") { convictions { court } } }',
    );
    expect(await directly("criminal-records", grant, people, "P-SHOWCASE0001")).toEqual([null]);
    expect(await directly("criminal-records", grant, people, "P-SHOWCASE0010")).toEqual([expect.any(Array)]);
  });

  test("with a grant whose signature or claims are changed", async () => {
    const [header, claims, signature] = (await grantOf("criminal-records", caseworker, management, asked)).split(".");
    const wider = JSON.parse(Buffer.from(claims ?? "", "base64url").toString());
    wider.grant.holder = "RRK_KOELN";
    const forged = [header, Buffer.from(JSON.stringify(wider)).toString("base64url"), signature].join(".");
    const unsigned = [Buffer.from('{"alg":"none"}').toString("base64url"), claims, ""].join(".");
    for (const grant of [forged, unsigned]) {
      expect(await directly("criminal-records", grant, people, "P-SHOWCASE0010")).toBe("GRANT_INVALID");
    }
  });

  test.each([
    "{ _service { sdl } }",
    '{ _entities(representations: [{ __typename: "Person", personRef: "P-SHOWCASE0001" }]) { __typename } }',
  ])("the gateway itself has no %s", async (query) => {
    const reply = await world.ask(caseworker, management, query);
    expect([reply.status, reply.errors[0]?.extensions?.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    expect(world.traffic).toEqual([]);
  });
});

describe(way("W-39"), () => {
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
});
