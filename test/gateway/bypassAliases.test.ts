import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWorld, type Stated, type World } from "../harness.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.forget());

const caseworker = "rrk-muenster-caseworker";
const management: Stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const one = 'person(personRef: "P-SHOWCASE0001")';

/** Subjects of the operation that was recorded last, with their coordinates by name. */
function recordedSubjects(): readonly { personRef: string | null; coordinates: readonly string[] }[] {
  const log = world.log();
  const operation = log.findLast((each) => each.type === "operation");
  const decision = log.find((each) => each.type === "decision" && each.id === operation.decision);
  return log
    .filter((each) => each.type === "subject" && each.operation === operation.id)
    .map(({ subject, disclosed }) => ({
      personRef: world.named(subject),
      coordinates: disclosed.map((position: number) => decision.allowed[position].coordinate),
    }));
}

describe("B-10 An alias stands nowhere in the place of what the planner asks for itself", () => {
  test("reduced facts are not shown through an alias of their name", async () => {
    const { data } = await world.ask(
      caseworker,
      management,
      `{ ${one} { conductFacts: interestsToStay { key: number value: number } assessment { band } } }`,
    );
    expect(JSON.stringify(data)).not.toContain("EXPULSION_INTEREST");
  });

  test("and cannot be taken away from an assessment by one", async () => {
    const plain = await world.ask(
      caseworker,
      management,
      `{ ${one} { assessment { band axisA knownWeightPercent } } }`,
    );
    const aliased = await world.ask(
      caseworker,
      management,
      `{ ${one} { conductFacts: socialConductReports { key: id value: id } assessment { band axisA knownWeightPercent } } }`,
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

describe("B-11 There is one door: POST", () => {
  test("GET runs nothing, whatever headers it bears", async () => {
    const response = await fetch(`${world.gateway.url}/graphql?query={__typename}`, {
      headers: { authorization: `Bearer ${await world.token(caseworker)}`, "apollo-require-preflight": "1" },
    });
    expect(response.status).toBe(405);
    expect(world.traffic).toEqual([]);
  });

  test("a hash of a query that was sent before is no query", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
    const authorization = `Bearer ${await world.token(caseworker)}`;
    const reply = await world.post({ authorization }, JSON.stringify({ extensions }));
    expect(reply.errors[0]?.extensions?.code).toBe("PERSISTED_QUERY_NOT_SUPPORTED");
    expect(reply.data).toBeUndefined();
    expect(world.traffic).toEqual([]);
  });
});

describe("B-12 A variable brings in nothing that the contract does not have", () => {
  const decide = "mutation($i: DecideAdmissionInput!) { decideAdmission(input: $i) { case { state } } }";
  test.each([
    [
      "an input field of other offices",
      "jva",
      "query($f: PersonFilter) { persons(filter: $f) { totalCount } }",
      { f: { tolerated: true } },
    ],
    [
      "a value that no enum has",
      caseworker,
      "query($o: PersonOrder) { persons(orderBy: $o) { totalCount } }",
      { o: "x".repeat(5000) },
    ],
    ["a variable that is missing", "rrk-muenster-lead", decide, {}],
    ["a list nested 40,000 deep", caseworker, "query($f: PersonFilter) { persons(filter: $f) { totalCount } }", null],
  ] as const)("%s: 400, nothing asked, nothing echoed", async (_, persona, query, variables) => {
    const stated = persona === "jva" ? { purpose: "CUSTODY_ENFORCEMENT", caseRef: "GB-2025-0001" } : management;
    const headers = {
      authorization: `Bearer ${await world.token(persona)}`,
      "access-purpose": stated.purpose ?? "",
      "access-case": stated.caseRef ?? "",
      "access-reason": "Pr%C3%BCfung",
    };
    const bomb = `{"f":${"[".repeat(40_000)}${"]".repeat(40_000)}}`;
    const body = `{"query":${JSON.stringify(query)},"variables":${variables === null ? bomb : JSON.stringify(variables)}}`;
    const reply = await world.post(headers, body);
    expect(reply.status).toBe(400);
    expect(reply.text).not.toContain("xxxx");
    expect(world.traffic).toEqual([]);
  });

  test("a lead of RRK Köln cannot name an assessment in a decision, neither written nor by variable", async () => {
    const input = { caseRef: "FM-2026-0010", outcome: "REJECT", reason: "Nach Aktenlage", seenAssessment: "x" };
    const reply = await world.askAs(
      { office: "RRK_KOELN", role: "LEAD", purposes: ["CASE_ADMISSION"] },
      { purpose: "CASE_ADMISSION", caseRef: "FM-2026-0010" },
      decide,
      { i: input },
    );
    expect(reply.status).toBe(400);
    expect(world.traffic).toEqual([]);
  });
});

describe("B-13 What is disclosed of a person is on record under that person", () => {
  test("a cursor tells nothing: it is sealed", async () => {
    const { data } = await world.ask(
      caseworker,
      { purpose: "WORKLIST" },
      "{ persons(orderBy: FAMILY_NAME) { edges { cursor } } }",
    );
    const texts = data.persons.edges.map(({ cursor }: { cursor: string }) =>
      Buffer.from(cursor, "base64url").toString("latin1"),
    );
    // So long that random bytes do not look like it: shorter runs come up once in fifty times.
    expect(texts.join(" ")).not.toMatch(/P-[0-9A-Z]{6}|[a-zäöü]{8}/);
  });

  test("that a person exists is a disclosure, even where only the type is asked for", async () => {
    await world.ask(caseworker, management, `{ ${one} { __typename } }`);
    expect(recordedSubjects()).toEqual([{ personRef: "P-SHOWCASE0001", coordinates: ["Query.person"] }]);
  });

  test("a mutation stands under its person, even where its answer selects nothing of it", async () => {
    const add =
      'addMeasure(input: { caseRef: "FM-2026-0001", kind: HEARING, office: "ABH_05554", dueOn: "2026-07-01" })';
    await world.ask(caseworker, management, `mutation { ${add} { __typename } }`);
    expect(recordedSubjects()).toEqual([{ personRef: "P-SHOWCASE0001", coordinates: ["Mutation.addMeasure"] }]);
  });
});

describe("B-14 A mutation is on record before it begins", () => {
  test("and an end that is not known is not told as if nothing had happened", async () => {
    const own = await openWorld({
      wrapDoor: (name, door) => (request) =>
        name === "immigration" ? Promise.reject(new Error("gone")) : door(request),
    });
    try {
      const add =
        'addMeasure(input: { caseRef: "FM-2026-0001", kind: HEARING, office: "ABH_05554", dueOn: "2026-07-02" })';
      const reply = await own.ask(caseworker, management, `mutation { ${add} { case { person { familyName } } } }`);
      expect(reply.status).toBe(503);
      expect(reply.errors[0]?.extensions?.code).toBe("MUTATION_UNCERTAIN");
      const outcomes = own
        .log()
        .filter((each) => each.type === "operation")
        .map(({ outcome, refusalCode }) => [outcome, refusalCode]);
      expect(outcomes).toEqual([
        ["ATTEMPTED", null],
        ["REFUSED", "MUTATION_UNCERTAIN"],
      ]);
    } finally {
      await own.close();
    }
  });
});

describe("B-15 No text of the inside leaves with an error", () => {
  test.each(["subscription { x }", "query A { __typename } query B { __typename }", "{ __typename } { __typename }"])(
    "for %s",
    async (query) => {
      const reply = await world.ask(caseworker, management, query);
      expect(reply.status).toBe(400);
      expect(reply.text).not.toMatch(/The contract has no|Maximum call|Error:/);
    },
  );
});
