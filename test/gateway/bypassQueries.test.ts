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
const worklist: Stated = { purpose: "WORKLIST" };
const one = 'person(personRef: "P-SHOWCASE0001")';
const sent = () => world.traffic.map(({ query }) => query).join("\n");

describe("B-05 However a withheld field is written, it is not asked for, and is named once", () => {
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
    ["beside another operation", `query A { ${one} { familyName convictions { court } } }`, {}],
  ];
  test.each(documents)("%s", async (_, query, variables) => {
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

  test("a mutation that selects a withheld field is refused whole, though @skip would leave the field out", async () => {
    const answer = `answerConsent(input: { caseRef: "FM-2026-0001", answer: GIVEN })`;
    const query = `mutation { ${answer} { case { person { investigations @skip(if: true) { id } } } } }`;
    const enforcement: Stated = { purpose: "SENTENCE_ENFORCEMENT", caseRef: "100 Js 1/26" };
    const reply = await world.ask("sta-muenster", enforcement, query);
    expect(reply.status).toBe(403);
    expect(reply.errors[0]?.extensions?.withheld).toEqual([
      { coordinate: "Person.investigations", category: "INVESTIGATION" },
    ]);
    expect(world.traffic).toEqual([]);
  });
});

describe("B-06 A response key cannot pass for something else", () => {
  test("names that every object of the language has are ordinary keys", async () => {
    const query = `{ toJSON: ${one} { constructor: familyName then: dateOfBirth toString: legalRegime hasOwnProperty: personRef } }`;
    const { data } = await world.ask(caseworker, management, query);
    expect(Object.keys(data.toJSON)).toEqual(["constructor", "then", "toString", "hasOwnProperty"]);
  });
});

describe("B-07 Filters and cursors test nothing but what is visible", () => {
  const total = (prefix: string) => `persons(filter: { familyNamePrefix: "${prefix}" }) { totalCount }`;
  test("wildcards of the database are letters of a name like any other", async () => {
    const { data } = await world.ask(caseworker, worklist, `{ a: ${total("%")} b: ${total("_")} c: ${total("")} }`);
    expect([data.a.totalCount, data.b.totalCount]).toEqual([0, 0]);
    expect(data.c.totalCount).toBeGreaterThan(0);
  });

  const page = "query($after: String) { persons(first: 200, after: $after) { edges { node { personRef } } } }";
  const cursor = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString("base64url");
  const foreign = [cursor([{}]), cursor([null]), cursor(["a", "b"]), cursor({ 0: "P-" }), "%%%"];
  test.each(foreign)("the cursor %s, which no list gave out, is an error", async (after) => {
    const reply = await world.ask(caseworker, worklist, page, { after });
    expect(reply.errors[0]?.extensions).toMatchObject({ code: "INVALID_INPUT", field: "after" });
  });
});

describe("B-08 What a mutation did before the next one failed is told and on record", () => {
  test("the measure that was added stands under its person, the unknown case under nobody", async () => {
    const add = (caseRef: string) =>
      `addMeasure(input: { caseRef: "${caseRef}", kind: HEARING, office: "ABH_05554", dueOn: "2026-07-01" }) { case { caseRef } }`;
    const query = `mutation { a: ${add("FM-2026-0001")} b: ${add("FM-2026-0010")} }`;
    const reply = await world.ask(caseworker, management, query);
    expect(reply.data).toEqual({ a: { case: { caseRef: "FM-2026-0001" } }, b: null });
    expect(reply.errors).toMatchObject([{ path: ["b"], extensions: { code: "NOT_FOUND" } }]);
    const operation = world.log().findLast((each) => each.type === "operation");
    const subjects = world.log().filter((each) => each.type === "subject" && each.operation === operation.id);
    expect(subjects.map(({ subject }) => world.named(subject))).toEqual(["P-SHOWCASE0001", null]);
  });
});

describe("B-09 A right that has ended", () => {
  test("after the pilot, nothing of an assessment is asked of any subgraph", async () => {
    const later = await openWorld({ date: "2026-09-01" });
    const query = `{ ${one} { familyName assessment { band } } case(caseRef: "FM-2026-0001") { recordedAssessments { id } } }`;
    const reply = await later.ask(caseworker, management, query);
    const asked = later.traffic.map((each) => each.query).join("\n");
    await later.close();
    expect(reply.data).toMatchObject({ person: { assessment: null }, case: { recordedAssessments: null } });
    expect(asked).not.toMatch(/assessment|Facts\{/i);
  });
});
