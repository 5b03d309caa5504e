import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import { kindOfMutation } from "../../gateway/processingKinds.ts";
import { traceOf } from "../../gateway/traceOf.ts";
import { openWorld, type World } from "../harness.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const management = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const person = '{ person(personRef: "P-SHOWCASE0001") { familyName } }';
const latest = (type: string) => world.log().findLast((each) => each.type === type);
const operations = () => world.log().filter((each) => each.type === "operation").length;

describe("A request that ends before an operation is read is on record as refused", () => {
  test("for an office to which no rule grants anything", async () => {
    const before = operations();
    const { status } = await world.ask("lzpd-operator", { purpose: "WORKLIST" }, "{ worklist { totalCount } }");
    expect(status).toBe(403);
    expect(operations()).toBe(before + 1);
    expect(latest("operation")).toMatchObject({
      outcome: "REFUSED",
      refusalCode: "PURPOSE_NOT_PERMITTED",
      actor: expect.any(String),
      operationHash: null,
      decision: null,
      recipient: null,
    });
  });

  test.each([
    ["a field that the contract does not have", "{ azrNumbers }"],
    ["what is no GraphQL", "{ person("],
  ])("for %s", async (_words, query) => {
    const before = operations();
    const { status } = await world.ask("rrk-muenster-caseworker", management, query);
    expect(status).toBe(400);
    expect(operations()).toBe(before + 1);
    expect(latest("operation")).toMatchObject({
      outcome: "REFUSED",
      refusalCode: "MALFORMED_REQUEST",
      operationHash: null,
    });
  });

  test("for too many aliases, with the limit's code", async () => {
    const query = `{ ${Array.from({ length: 40 }, (_, each) => `a${each}: worklist { totalCount }`).join(" ")} }`;
    await world.ask("rrk-muenster-caseworker", management, query);
    expect(latest("operation")).toMatchObject({ outcome: "REFUSED", refusalCode: "LIMIT_EXCEEDED" });
  });

  test.each([
    ["a page that is too large", { first: 60_001 }, "LIMIT_EXCEEDED"],
    ["a text that no record can say", { after: "\ud800" }, "MALFORMED_REQUEST"],
  ])("for %s, which variables tell", async (_words, variables, code) => {
    const query =
      "query ($first: Int, $after: String) { worklist(first: $first, after: $after) { edges { node { case { person { convictions { court } } } } } } }";
    const { status, errors } = await world.ask("rrk-muenster-caseworker", management, query, variables);
    expect([status, errors[0]?.extensions?.code]).toEqual([400, code]);
    expect(latest("operation")).toMatchObject({ outcome: "REFUSED", refusalCode: code });
  });

  test("but a question for the schema alone is not: it tells of nobody", async () => {
    const before = operations();
    expect((await world.ask("rrk-muenster-caseworker", management, "{ __schema { queryType { name } } }")).status).toBe(
      200,
    );
    expect(operations()).toBe(before);
  });
});

test("Who cannot be identified is on record, once a second, with the number of attempts", async () => {
  const attempt = () => world.post({ authorization: "Bearer none" }, JSON.stringify({ query: person }));
  await attempt();
  for (let each = 0; each < 5; each += 1) expect((await attempt()).status).toBe(401);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  await attempt();
  const entries = world.log().filter((each) => each.type === "identification");
  expect(entries.length).toBeLessThan(4);
  expect(entries.reduce((sum, { count }) => sum + count, 0)).toBe(7);
  expect(entries.every(({ code }) => code === "UNAUTHENTICATED")).toBe(true);
});

test("The files name no data subject, no case and no reason; the key table does", async () => {
  await world.ask("rrk-muenster-caseworker", { ...management, reason: "Anhörung Cvijetić" }, person);
  const text = JSON.stringify(world.log());
  for (const name of ["P-SHOWCASE0001", "FM-2026-0001", "Cvijeti"]) expect(text).not.toContain(name);
  const entry = latest("operation");
  expect([entry.case, entry.reason, latest("subject").subject].map(world.named)).toEqual([
    "FM-2026-0001",
    "Anhörung Cvijetić",
    "P-SHOWCASE0001",
  ]);
});

test("A purpose that the policy does not know is any text, and stands in no entry", async () => {
  const { status } = await world.ask("rrk-muenster-caseworker", { purpose: "Cvijetic-P-SHOWCASE0001" }, person);
  expect(status).toBe(403);
  expect(latest("operation")).toMatchObject({
    refusalCode: "PURPOSE_NOT_PERMITTED",
    purpose: null,
    purposeCode: null,
  });
  expect(JSON.stringify(world.log())).not.toContain("Cvijetic-P-SHOWCASE0001");
});

test("A data subject that asks for itself is named by its token alone", async () => {
  await world.ask("data-subject", { purpose: "DATA_SUBJECT_ACCESS" }, person);
  const { actor, responsiblePerson, recipient } = latest("operation");
  expect([responsiblePerson, recipient]).toEqual([actor, actor]);
  expect(world.named(actor.replace("SUBJECT:", ""))).toMatch(/^P-/);
});

test("The hash of an operation is the same for every person asked for, and another for another field", async () => {
  const hashOf = async (query: string) => {
    await world.ask("rrk-muenster-caseworker", management, query);
    return latest("operation").operationHash;
  };
  const hash = await hashOf(person);
  expect(await hashOf(person.replace("0001", "0002"))).toBe(hash);
  expect(await hashOf(person.replace("familyName", "givenNames"))).not.toBe(hash);
});

test("A decision is on record once, however often it is used", async () => {
  const decisions = () =>
    world
      .log()
      .filter((each) => each.type === "decision")
      .map(({ id }) => id);
  for (let each = 0; each < 3; each += 1) await world.ask("rrk-muenster-caseworker", management, person);
  expect(decisions().length).toBe(new Set(decisions()).size);
  expect(decisions()).toContain(latest("operation").decision);
});

test("What an operation is, in the words of § 76 (1) BDSG", async () => {
  await world.ask("rrk-muenster-caseworker", management, person);
  expect(latest("operation").kinds).toEqual(["QUERY", "DISCLOSE"]);
  await world.ask(
    "rrk-muenster-caseworker",
    management,
    '{ person(personRef: "P-SHOWCASE0001") { assessment { band } } }',
  );
  expect(latest("operation").kinds).toEqual(["QUERY", "DISCLOSE", "COMBINE"]);
});

test("Every mutation of the contract is named by its kind", () => {
  const mutations = Object.keys(loadSupergraph().apiSchema.getMutationType()?.getFields() ?? {});
  expect(Object.keys(kindOfMutation).sort()).toEqual(mutations.sort());
});

test("A trace id goes on record with the request", async () => {
  const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  const token = await world.token("rrk-muenster-caseworker");
  const headers = { authorization: `Bearer ${token}`, traceparent: `00-${trace}-00f067aa0ba902b7-01` };
  await world.post(headers, JSON.stringify({ query: person }));
  expect(latest("operation")).toMatchObject({ trace, refusalCode: "PURPOSE_MISSING" });
});

test.each([
  [["traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"], "4bf92f3577b34da6a3ce929d0e0e4736"],
  [["TraceParent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"], "4bf92f3577b34da6a3ce929d0e0e4736"],
  [["traceparent", `00-${"0".repeat(32)}-00f067aa0ba902b7-01`], null],
  [["traceparent", "P-SHOWCASE0001"], null],
  [["x", "traceparent"], null],
  [[], null],
])("The trace id of %j is %s", (headers, expected) => {
  expect(traceOf(headers)).toBe(expected);
});

test("The data protection officer's own questions are on record: who, what by, of whom", async () => {
  const query =
    '{ accessRecords(first: 1, filter: { personRef: "P-SHOWCASE0001", tested: "CaseFilter.state" }) { totalCount } }';
  expect((await world.ask("dpo", { purpose: "DATA_PROTECTION_CONTROL" }, query)).status).toBe(200);
  const { office, role, purpose, decision } = latest("operation");
  expect([office, role, purpose]).toEqual(["DPO_MUENSTER", "DATA_PROTECTION_OFFICER", "DATA_PROTECTION_CONTROL"]);
  const { tested } = world.log().findLast((each) => each.type === "decision" && each.id === decision);
  expect(tested).toEqual(["AccessRecordFilter.personRef", "AccessRecordFilter.tested"]);
  expect(world.named(latest("subject").subject)).toBe("P-SHOWCASE0001");
});
