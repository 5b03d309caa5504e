import { generateKeyPairSync } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { limits } from "../../gateway/limits.ts";
import { openWorld, type Stated, type World } from "../harness.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.forget());

const query = '{ person(personRef: "P-SHOWCASE0001") { familyName } }';
const stated: Stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };

/** No answer may show the inside: a stack, a path of a file, a name of a class. */
function tellsNothing(text: string): void {
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|\/subgraphs\/|stacktrace/i);
}

describe("Who does not say who they are gets 401 and nothing is asked", () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const claims = { office: "RRK_MUENSTER", role: "LEAD", purposes: ["CASE_MANAGEMENT"] };
  const unsigned = [{ alg: "none" }, { ...claims, sub: "x", aud: "sichtfeld", exp: 4_102_444_800 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const forged = () =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "EdDSA" })
      .setSubject("x")
      .setAudience("sichtfeld")
      .setExpirationTime("5m")
      .sign(privateKey);
  const tokens: readonly (readonly [string, () => Promise<string | null>])[] = [
    ["no token", async () => null],
    ["garbage", async () => "Bearer garbage"],
    ["a token with alg none", async () => `Bearer ${unsigned}.`],
    ["a token of another key", async () => `Bearer ${await forged()}`],
    ["basic credentials", async () => "Basic dXNlcjpwYXNz"],
  ];
  test.each(tokens)("with %s", async (_, make) => {
    const authorization = await make();
    const reply = await world.post(authorization === null ? {} : { authorization }, JSON.stringify({ query }));
    expect(reply.status).toBe(401);
    expect(reply.errors[0]?.extensions?.code).toBe("UNAUTHENTICATED");
    expect(world.traffic).toEqual([]);
    tellsNothing(reply.text);
  });
});

describe("Who does not say what for gets 403 and nothing is asked", () => {
  const purposes: readonly (readonly [string, Stated, string])[] = [
    ["no purpose", { caseRef: "FM-2026-0001" }, "PURPOSE_MISSING"],
    ["a purpose the token does not carry", { purpose: "SUPERVISION" }, "PURPOSE_NOT_PERMITTED"],
    ["a purpose that does not exist", { purpose: "CURIOSITY" }, "PURPOSE_NOT_PERMITTED"],
    ["no case where the purpose needs one", { purpose: "CASE_MANAGEMENT" }, "CASE_MISSING"],
    ["no reason", { ...stated, reason: "" }, "REASON_MISSING"],
  ];
  test.each(purposes)("with %s", async (_, given, code) => {
    const reply = await world.ask("rrk-muenster-caseworker", given, query);
    expect(reply.status).toBe(403);
    expect(reply.errors[0]?.extensions?.code).toBe(code);
    expect(world.traffic).toEqual([]);
  });

  test("and the refusal is on record", async () => {
    await world.ask("rrk-muenster-caseworker", { purpose: "SUPERVISION" }, query);
    const entry = world.log().findLast((each) => each.type === "operation");
    expect(entry).toMatchObject({ outcome: "REFUSED", refusalCode: "PURPOSE_NOT_PERMITTED", office: "RRK_MUENSTER" });
  });
});

describe("Bad requests get a clear error", () => {
  const bodies: readonly (readonly [string, string, number, string])[] = [
    ["malformed JSON", '{"query": ', 400, "MALFORMED_REQUEST"],
    ["no body", "", 400, "MALFORMED_REQUEST"],
    ["no JSON object", '"query"', 400, "MALFORMED_REQUEST"],
    ["null", "null", 400, "MALFORMED_REQUEST"],
    ["no query", "{}", 400, "MALFORMED_REQUEST"],
    ["a query that is no string", '{"query": 7}', 400, "MALFORMED_REQUEST"],
    ["a query without a letter", '{"query": " "}', 400, "MALFORMED_REQUEST"],
    ["variables in a string", JSON.stringify({ query, variables: "{}" }), 400, "MALFORMED_REQUEST"],
    ["a list of extensions", JSON.stringify({ query, extensions: [] }), 400, "MALFORMED_REQUEST"],
    ["a number for a name", JSON.stringify({ query, operationName: 7 }), 400, "MALFORMED_REQUEST"],
    ["a hash", '{"extensions": {"persistedQuery": {"version": 1}}}', 200, "PERSISTED_QUERY_NOT_SUPPORTED"],
    ["a syntax error", JSON.stringify({ query: "{ person(" }), 400, "GRAPHQL_PARSE_FAILED"],
    ["a batch of operations", JSON.stringify([{ query }, { query }]), 400, "MALFORMED_REQUEST"],
    [
      "a body over the limit",
      JSON.stringify({ query, padding: "x".repeat(limits.bodyBytesMax) }),
      413,
      "BODY_TOO_LARGE",
    ],
  ];
  test.each(bodies)("for %s", async (_, body, status, code) => {
    const authorization = `Bearer ${await world.token("rrk-muenster-caseworker")}`;
    const reply = await world.post(
      { authorization, "access-purpose": "WORKLIST", "access-reason": "Pr%C3%BCfung" },
      body,
    );
    expect(reply.status).toBe(status);
    expect(reply.errors.map((error) => error.extensions?.code)).toEqual([code]);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(world.traffic).toEqual([]);
    tellsNothing(reply.text);
  });

  test.each([
    ["is missing", {}],
    ["does not fit its type", { group: "PRIORITY", size: "many" }],
  ])("a variable that %s is named, and nothing is said of what would fit", async (_, variables) => {
    const asked = "query ($size: Int!) { worklist(first: $size) { totalCount } }";
    const reply = await world.ask("rrk-muenster-caseworker", stated, asked, variables);
    expect(reply.status).toBe(400);
    expect(reply.errors).toEqual([
      {
        message: "The variable $size is missing, or its value does not fit its type.",
        extensions: { code: "MALFORMED_REQUEST" },
      },
    ]);
  });

  test.each([
    ["a code on no list", { category: "LIFESTYLE" }, "input.events.1.category"],
    ["a day that no calendar has", { date: "2026-02-30" }, "input.events.1.date"],
    ["no file", { fileRef: null }, "input.events.1.fileRef"],
  ])("%s deep in a variable is named by its field, and its value is not repeated", async (_, wrong, field) => {
    const event = { date: "2026-06-10", category: "THREAT", fileRef: "OA-1" };
    const input = { personRef: "P-1", ground: "SOCIAL_CONDUCT", reason: "-", events: [event, { ...event, ...wrong }] };
    const reply = await world.ask(
      "rrk-muenster-caseworker",
      { purpose: "CASE_ADMISSION", caseRef: "FM-2026-0001" },
      "mutation ($input: ProposeCaseInput!) { proposeCase(input: $input) { case { caseRef } } }",
      { input },
    );
    expect(reply.errors).toEqual([
      {
        message: `The variable $input does not fit its type at ${field}.`,
        extensions: { code: "MALFORMED_REQUEST" },
      },
    ]);
    expect(world.traffic).toEqual([]);
  });

  test("a header that is not percent-encoded UTF-8", async () => {
    const authorization = `Bearer ${await world.token("rrk-muenster-caseworker")}`;
    const reply = await world.post(
      { authorization, "access-purpose": "WORKLIST", "access-reason": "%E0%A4%A" },
      JSON.stringify({ query }),
    );
    expect(reply.status).toBe(400);
    expect(reply.errors[0]?.extensions?.code).toBe("HEADER_INVALID");
  });

  test("a form post of another site is refused (CSRF)", async () => {
    const authorization = `Bearer ${await world.token("rrk-muenster-caseworker")}`;
    const reply = await world.post({ authorization, "content-type": "text/plain" }, JSON.stringify({ query }));
    expect(reply.status).toBe(400);
    expect(world.traffic).toEqual([]);
  });

  /** Sends bytes as they are, and gives the answer's head and the code of its error. */
  async function sendRaw(bytes: string): Promise<{ readonly head: string; readonly code: string }> {
    const { port, hostname } = new URL(world.gateway.url);
    const socket = connect(Number(port), hostname);
    socket.end(bytes);
    const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
    return { head: head.toLowerCase(), code: JSON.parse(body).errors[0].extensions.code };
  }

  const tail = "host: x\r\nconnection: close\r\n\r\n";
  const requests: readonly (readonly [string, string, number, string])[] = [
    ["an unknown path", `GET /nothing HTTP/1.1\r\n${tail}`, 404, "NOT_FOUND_ROUTE"],
    ["a path that cannot be decoded", `GET /%ZZ HTTP/1.1\r\n${tail}`, 404, "NOT_FOUND_ROUTE"],
    ["GET in place of POST", `GET /graphql HTTP/1.1\r\n${tail}`, 405, "METHOD_NOT_ALLOWED"],
    ["PUT in place of POST", `PUT /graphql HTTP/1.1\r\n${tail}`, 405, "METHOD_NOT_ALLOWED"],
    ["a method that does not exist", `ASK /graphql HTTP/1.1\r\n${tail}`, 400, "REQUEST_UNREADABLE"],
    ["no host", "GET /health/live HTTP/1.1\r\nconnection: close\r\n\r\n", 400, "REQUEST_UNREADABLE"],
    [
      "two lengths",
      `POST /graphql HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n${tail}`,
      400,
      "REQUEST_UNREADABLE",
    ],
    [
      "headers over the limit",
      `GET / HTTP/1.1\r\nx: ${"a".repeat(limits.headerBytesMax)}\r\n${tail}`,
      431,
      "HEADERS_TOO_LARGE",
    ],
  ];
  test.each(requests)("for %s", async (_, bytes, status, code) => {
    const answer = await sendRaw(bytes);
    expect(answer.head).toMatch(new RegExp(`^http/1.1 ${status} `));
    expect(answer.head).toContain("\r\ncache-control: no-store");
    expect(answer.code).toBe(code);
    if (status === 405) expect(answer.head).toContain("\r\nallow: post");
    tellsNothing(answer.head);
  });
});

describe("What no limit counts, and is refused all the same", () => {
  test("fragments that spread themselves", async () => {
    const document = "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }";
    const reply = await world.ask("rrk-muenster-caseworker", stated, document);
    expect([reply.status, reply.errors[0]?.extensions]).toMatchObject([
      400,
      { code: "LIMIT_EXCEEDED", limit: "spreadsMax" },
    ]);
    expect(world.traffic).toEqual([]);
  });

  test("a page of 201 is refused by its subgraph, naming the argument", async () => {
    const reply = await world.ask("rrk-muenster-caseworker", stated, "{ cases(first: 201) { totalCount } }");
    expect(reply.errors[0]?.extensions).toMatchObject({ code: "INVALID_INPUT", field: "first" });
    expect(reply.data).toEqual({ cases: null });
  });

  const aliases = ["__typename: familyName", "sf_facts: familyName", "__proto__: familyName", "sf_subject: personRef"];
  test.each(aliases)("the alias in { %s } is reserved", async (alias) => {
    const reply = await world.ask(
      "rrk-muenster-caseworker",
      stated,
      `{ person(personRef: "P-SHOWCASE0001") { ${alias} } }`,
    );
    expect(reply.status).toBe(400);
    expect(reply.errors[0]?.extensions?.code).toBe("RESERVED_ALIAS");
  });

  test("a text with U+0000, which no database stores, in the document or in a variable", async () => {
    const inDocument = await world.ask(
      "rrk-muenster-caseworker",
      stated,
      '{ person(personRef: "P\\u0000") { personRef } }',
    );
    const inVariable = await world.ask(
      "rrk-muenster-caseworker",
      stated,
      "query($ref: ID!) { person(personRef: $ref) { personRef } }",
      { ref: "P\0" },
    );
    expect([inDocument.status, inVariable.status]).toEqual([400, 400]);
    expect(world.traffic).toEqual([]);
  });

  test.each([
    ["half a surrogate pair, which no record can say", "FM-\ud800", "MALFORMED_REQUEST"],
    ["more characters than any reference of a case has", "F".repeat(65), "LIMIT_EXCEEDED"],
  ])("a case reference with %s: on record as refused, and nothing is fetched", async (_words, ref, code) => {
    const refused = () => world.log().filter(({ outcome }) => outcome === "REFUSED").length;
    const before = refused();
    const text = "query($ref: ID!) { case(caseRef: $ref) { caseRef } }";
    const reply = await world.ask("rrk-muenster-caseworker", stated, text, { ref });
    expect([reply.status, reply.errors[0]?.extensions?.code]).toEqual([400, code]);
    expect(world.traffic).toEqual([]);
    expect(refused()).toBe(before + 1);
  });

  test("the alias `constructor` is an ordinary name", async () => {
    const reply = await world.ask(
      "rrk-muenster-caseworker",
      stated,
      '{ constructor: person(personRef: "P-SHOWCASE0001") { personRef } }',
    );
    expect(reply.data).toEqual({ constructor: { personRef: "P-SHOWCASE0001" } });
  });
});

describe("Introspection shows the contract of the office and reaches no subgraph", () => {
  test("LKA NRW finds no convictions and no assessment in its schema", async () => {
    const reply = await world.ask(
      "lka-nrw",
      {},
      '{ __type(name: "Person") { fields { name } } __schema { mutationType { fields { name } } } }',
    );
    expect(reply.status).toBe(200);
    const names = reply.data.__type.fields.map((field: { name: string }) => field.name);
    expect(names).toContain("policeFindings");
    for (const absent of ["convictions", "assessment", "religion", "relationFacts", "dataSubject", "conductFacts"]) {
      expect(names).not.toContain(absent);
    }
    expect(reply.data.__schema.mutationType.fields).toEqual([
      { name: "acknowledgeCorrection" },
      { name: "proposeCase" },
      { name: "reportMeasure" },
      { name: "decideRecordConflict" },
    ]);
    expect(world.traffic).toEqual([]);
  });

  test("beside a field, in a fragment, it still comes from the contract", async () => {
    const reply = await world.ask(
      "rrk-muenster-caseworker",
      stated,
      'query { ...Both } fragment Both on Query { __schema { queryType { name } } person(personRef: "P-SHOWCASE0001") { personRef __typename } }',
    );
    expect(reply.data).toEqual({
      __schema: { queryType: { name: "Query" } },
      person: { personRef: "P-SHOWCASE0001", __typename: "Person" },
    });
  });
});
