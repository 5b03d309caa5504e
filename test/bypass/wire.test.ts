import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWorld, type Stated, type World } from "../harness.ts";
import { way } from "./way.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.forget());

const caseworker = "rrk-muenster-caseworker";
const worklist: Stated = { purpose: "WORKLIST" };
const one = 'person(personRef: "P-SHOWCASE0001")';
const sent = () => world.traffic.map(({ query }) => query).join("\n");

/** Headers with which the caseworker may ask. */
async function allowed(): Promise<Record<string, string>> {
  return {
    authorization: `Bearer ${await world.token(caseworker)}`,
    "access-purpose": "WORKLIST",
    "access-reason": "Pr%C3%BCfung",
  };
}

describe(way("W-10"), () => {
  const doubling = (depth: number) =>
    Array.from(
      { length: depth },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
    ).join(" ");
  const bombs: readonly (readonly [string, string, string])[] = [
    [
      "fragments that double twelve times",
      `{ ...F0 nonsense } ${doubling(12)} fragment F12 on Query { __typename }`,
      "expandedSelectionsMax",
    ],
    [
      "fragments that double in an operation that is not asked for",
      `query A { nonsense } query B { ...F0 } ${doubling(12)} fragment F12 on Query { __typename }`,
      "expandedSelectionsMax",
    ],
    ["a fragment that spreads itself", "{ ...F nonsense } fragment F on Query { ...F }", "spreadsMax"],
    [
      "fragments that spread each other",
      "{ ...F nonsense } fragment F on Query { ...G } fragment G on Query { ... { ...F } }",
      "spreadsMax",
    ],
    [
      "a circle that no operation uses",
      "{ nonsense } fragment F on Nothing { ...G } fragment G on Nothing { ...F }",
      "spreadsMax",
    ],
    ["tokens without end", `{ nonsense ${"__typename, ".repeat(5_000)} }`, "tokensMax"],
    ["directives without end", `{ nonsense ${"@skip(if: false) ".repeat(31)} }`, "directivesMax"],
  ];
  // The field that does not exist shows the order: had validation run, its error would be the answer.
  test.each(bombs)("%s: refused by the limit before validation", async (_, document, limit) => {
    const reply = await world.ask(caseworker, worklist, document, {});
    expect(reply.status).toBe(400);
    expect(reply.errors[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", limit });
    expect(world.traffic).toEqual([]);
  });

  test("a fragment that is spread often and counts little is none", async () => {
    const document = `{ ...F ...F ...F } fragment F on Query { ${one} { ...P ...P } } fragment P on Person { familyName }`;
    expect((await world.ask(caseworker, worklist, document)).status).toBe(200);
  });
});

describe(way("W-11"), () => {
  const body = JSON.stringify({ query: `{ ${one} { familyName } }` });
  const send = async (
    method: string,
    contentType: string | null,
    content: string | Uint8Array<ArrayBuffer> | null,
    more = {},
  ) => {
    const headers = { ...(await allowed()), ...(contentType === null ? {} : { "content-type": contentType }), ...more };
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    return fetch(`${world.gateway.url}/graphql`, { method, headers, body: bytes });
  };

  test.each(["application/json", "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"'])(
    "%s is how an operation comes",
    async (contentType) => {
      expect((await send("POST", contentType, body)).status).toBe(200);
    },
  );

  test.each([
    null,
    "",
    "text/plain",
    "text/plain; charset=utf-8",
    "text/plain;application/json",
    "application/json, text/plain",
    "text/plain, application/json",
    "application/jsonp",
    "application/json; charset=utf-16",
    "application/json; charset=utf-7",
    "application/json; charset=utf-8; charset=utf-16",
    "application/json; boundary=x",
    "application/graphql",
    "application/graphql-response+json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "multipart/form-data; boundary=application/json",
    "message/http",
  ])("content type %j is none, whatever other headers it bears", async (contentType) => {
    const more = {
      "apollo-require-preflight": "1",
      "x-apollo-operation-name": "A",
      "x-requested-with": "XMLHttpRequest",
    };
    const response = await send("POST", contentType, body, more);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "MALFORMED_REQUEST" } }] });
    expect(world.traffic).toEqual([]);
  });

  test("a form's encoding of an operation is none, nor is an upload's", async () => {
    const form = `query=${encodeURIComponent(`{ ${one} { familyName } }`)}`;
    const upload = `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${body}\r\n--x--\r\n`;
    expect((await send("POST", "application/x-www-form-urlencoded", form)).status).toBe(400);
    expect((await send("POST", "multipart/form-data; boundary=x", upload)).status).toBe(400);
    expect(world.traffic).toEqual([]);
  });

  test.each(["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "%s runs nothing and allows no other site",
    async (method) => {
      const query = `?query=${encodeURIComponent(`{ ${one} { familyName } }`)}`;
      const response = await fetch(`${world.gateway.url}/graphql${query}`, {
        method,
        headers: { ...(await allowed()), origin: "https://elsewhere.example", "x-http-method-override": "POST" },
      });
      expect(response.status).toBeGreaterThanOrEqual(404);
      expect(response.status).toBeLessThan(406);
      expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
      expect(world.traffic).toEqual([]);
    },
  );

  test("an operation in the address of a POST is not read", async () => {
    const response = await fetch(
      `${world.gateway.url}/graphql?query=${encodeURIComponent(`{ ${one} { familyName } }`)}`,
      {
        method: "POST",
        headers: { ...(await allowed()), "content-type": "application/json" },
        body: "{}",
      },
    );
    expect(response.status).toBe(400);
    expect(world.traffic).toEqual([]);
  });
});

describe(way("W-12"), () => {
  const both = `query Less { ${one} { familyName } } query More { ${one} { familyName convictions { court } } }`;
  const ask = async (operationName: string | undefined) =>
    world.post(await allowed(), JSON.stringify({ query: both, operationName }));

  test("a batch is refused whole", async () => {
    const query = `{ ${one} { familyName } }`;
    for (const batch of [[{ query }], [{ query }, { query: `{ ${one} { convictions { court } } }` }]]) {
      const reply = await world.post(await allowed(), JSON.stringify(batch));
      expect(reply.status).toBe(400);
    }
    expect(world.traffic).toEqual([]);
  });

  test.each([
    ["the smaller first", ["Less", "More", "Less"]],
    ["the larger first", ["More", "Less", "More"]],
  ])("of one document, each operation is decided by itself, %s", async (_, order) => {
    for (const name of order) {
      world.forget();
      const reply = await ask(name);
      expect(Object.keys(reply.data.person)).toEqual(name === "Less" ? ["familyName"] : ["familyName", "convictions"]);
      expect(reply.errors.map(({ path }) => path)).toEqual(name === "Less" ? [] : [["person", "convictions"]]);
      expect(sent()).not.toContain("convictions");
    }
  });

  test("and where none is named, none is run", async () => {
    expect((await ask(undefined)).status).toBe(400);
    expect((await ask("Other")).status).toBe(400);
    expect(world.traffic).toEqual([]);
  });
});

describe(way("W-40"), () => {
  test("a hash of a query is no query, whether or not it was sent before", async () => {
    const query = `{ ${one} { familyName } }`;
    const sha256Hash = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(query))).toString(
      "hex",
    );
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    await world.ask(caseworker, worklist, query);
    world.forget();
    for (const body of [{ extensions }, { query, extensions }]) {
      const reply = await world.post(await allowed(), JSON.stringify(body));
      expect(reply.errors[0]?.extensions?.code).toBe("PERSISTED_QUERY_NOT_SUPPORTED");
      expect(reply.data).toBeUndefined();
    }
    expect(world.traffic).toEqual([]);
  });
});

describe(way("W-41"), () => {
  const decide = "mutation($i: DecideAdmissionInput!) { decideAdmission(input: $i) { case { state } } }";
  const list = "query($f: PersonFilter) { persons(filter: $f) { totalCount } }";
  test.each([
    ["an input field of other offices", "jva", list, { f: { tolerated: true } }],
    ["an input field that nobody has", caseworker, list, { f: { religion: "x" } }],
    [
      "a value that no enum has",
      caseworker,
      "query($o: PersonOrder) { persons(orderBy: $o) { totalCount } }",
      { o: "x".repeat(5000) },
    ],
    ["a variable that is missing", "rrk-muenster-lead", decide, {}],
    ["a list nested 40,000 deep", caseworker, list, null],
  ] as const)("%s: 400, nothing asked, nothing echoed", async (_, persona, query, variables) => {
    const stated = persona === "jva" ? ["CUSTODY_ENFORCEMENT", "GB-2025-0001"] : ["CASE_MANAGEMENT", "FM-2026-0001"];
    const headers = {
      authorization: `Bearer ${await world.token(persona)}`,
      "access-purpose": stated[0] ?? "",
      "access-case": stated[1] ?? "",
      "access-reason": "Pr%C3%BCfung",
    };
    const bomb = `{"f":${"[".repeat(40_000)}${"]".repeat(40_000)}}`;
    const body = `{"query":${JSON.stringify(query)},"variables":${variables === null ? bomb : JSON.stringify(variables)}}`;
    const reply = await world.post(headers, body);
    expect(reply.status).toBe(400);
    expect(reply.text).not.toMatch(/xxxx|religion/);
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
