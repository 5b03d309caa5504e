import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { documentsCommand } from "../../../gateway/documents/documentsCommand.ts";
import { documentIdOf } from "../../../gateway/documents/readManifest.ts";
import { TrustedDocuments } from "../../../gateway/documents/TrustedDocuments.ts";
import { readSettings } from "../../../gateway/settings.ts";
import { openWorld, type World } from "../../harness.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-documents-"));
const name = "query Name($ref: ID!) { person(personRef: $ref) { familyName } }";
const status = "query Status($ref: ID!) { person(personRef: $ref) { policeFindings { __typename } } }";
const free = "query Free($ref: ID!) { person(personRef: $ref) { dateOfBirth } }";
const own = documentIdOf(name);
const foreign = documentIdOf(status);
const variables = { ref: "P-SHOWCASE0001" };
const stated = { "access-purpose": "CASE_MANAGEMENT", "access-case": "FM-2026-0001", "access-reason": "Anlass" };

function file(named: string, text: string): string {
  const path = join(folder, named);
  writeFileSync(path, text);
  return path;
}

const run = (...args: readonly string[]) => documentsCommand([...args, "--folder", folder], {});

beforeAll(() => {
  expect(run("add", "rrk-muenster-caseworker", file("name.graphql", name)).exitCode).toBe(0);
  expect(run("add", "lka-analyst", file("status.graphql", status)).exitCode).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ["beside others", "false"],
  ["and nothing else", "true"],
])("Trusted documents %s", (_, only) => {
  let world: World;
  beforeAll(async () => {
    const environment = { SICHTFELD_TRUSTED_DOCUMENTS: folder, SICHTFELD_TRUSTED_ONLY: only };
    world = await openWorld({ environment });
  });
  afterAll(() => world?.close());
  beforeEach(() => world.forget());

  async function send(body: object) {
    const authorization = `Bearer ${await world.token("rrk-muenster-caseworker")}`;
    return world.post({ authorization, ...stated }, JSON.stringify(body));
  }
  const lastRecord = () => world.log().findLast(({ type }) => type === "operation");

  test.each<[string, object]>([
    ["documentId, as GraphQL over HTTP has it", { documentId: `sha256:${own}`, variables }],
    ["documentId without a prefix", { documentId: own, variables }],
    [
      "extensions.persistedQuery, as Apollo's clients have it",
      { extensions: { persistedQuery: { version: 1, sha256Hash: own } }, variables },
    ],
    ["its text", { query: name, variables }],
  ])("A trusted document is answered by %s, and its id is on record", async (_way, body) => {
    const reply = await send(body);
    expect(reply.text).toBe('{"data":{"person":{"familyName":"Cvijetić"}}}\n');
    expect(lastRecord()).toMatchObject({ outcome: "ANSWERED", operationName: "Name", document: own });
  });

  test("A document of another office's contract reads like one that does not exist", async () => {
    const replies = [
      await send({ documentId: foreign, variables }),
      await send({ documentId: "0".repeat(64), variables }),
    ];
    expect(replies.map(({ status: code, errors }) => [code, errors[0]?.extensions?.code])).toEqual(
      Array(2).fill([404, "PERSISTED_QUERY_NOT_IN_LIST"]),
    );
    expect(replies[0]?.text).toBe(replies[1]?.text);
    expect(world.traffic).toEqual([]);
    expect(lastRecord()).toMatchObject({
      outcome: "REFUSED",
      refusalCode: "PERSISTED_QUERY_NOT_IN_LIST",
      document: null,
    });
  });

  test.each<[string, object]>([
    ["an id beside a text", { documentId: own, query: free, variables }],
    [
      "a hash beside a text, as clients register one",
      { query: free, extensions: { persistedQuery: { version: 1, sha256Hash: documentIdOf(free) } }, variables },
    ],
    ["an id that is no string", { documentId: 7, variables }],
    ["a name that every object has", { documentId: "constructor", variables }],
  ])("Refused is %s", async (_way, body) => {
    const reply = await send(body);
    expect(reply.errors[0]?.extensions?.code).toMatch(/^(MALFORMED_REQUEST|PERSISTED_QUERY_NOT_IN_LIST)$/);
    expect(world.traffic).toEqual([]);
  });

  test(`Any other operation is ${only === "true" ? "refused, introspection too" : "answered, and its record names no document"}`, async () => {
    const [person, schema] = [
      await send({ query: free, variables }),
      await send({ query: "{ __schema { queryType { name } } }" }),
    ];
    if (only === "true") {
      for (const { status: code, errors } of [person, schema])
        expect([code, errors[0]?.extensions?.code]).toEqual([403, "QUERY_NOT_IN_SAFELIST"]);
      expect(world.traffic).toEqual([]);
    } else {
      expect([person.status, schema.status]).toEqual([200, 200]);
      expect(lastRecord()).toMatchObject({ operationName: "Free", document: null });
    }
  });
});

describe("A manifest", () => {
  const operation = { id: own, name: "Name", type: "query", body: name };
  const manifest = (operations: readonly object[], changes: object = {}) =>
    JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations, ...changes });
  const outside = '{ person(personRef: "P") { assessment { band } } }';

  test.each<[string, string, string, RegExp]>([
    ["that is no JSON", "lka-analyst.json", "{", /lka-analyst\.json: is no JSON\.$/],
    ["of another format", "lka-analyst.json", manifest([], { format: "relay" }), /lka-analyst\.json: format: /],
    [
      "whose id is not the hash of the text",
      "lka-analyst.json",
      manifest([{ ...operation, id: "0".repeat(64) }]),
      /lka-analyst\.json: Name: its id is not the SHA-256 of its text\.$/,
    ],
    [
      "with a field that the contract does not have",
      "lka-analyst.json",
      manifest([{ ...operation, id: documentIdOf(outside), body: outside }]),
      /lka-analyst\.json: Name: Cannot query field "assessment"/,
    ],
    [
      "with a document over a limit",
      "lka-analyst.json",
      manifest([{ ...operation, id: documentIdOf("{ __type: __typename }"), body: "{ __type: __typename }" }]),
      /Aliases that begin with __/,
    ],
    [
      "of a contract that does not exist",
      "rrk-munster-caseworker.json",
      manifest([]),
      /rrk-munster-caseworker\.json bears the name of no contract\. Did you mean rrk-muenster-caseworker\.json\?$/,
    ],
  ])("%s is refused at the start", (_, named, text, says) => {
    const other = mkdtempSync(join(tmpdir(), "sichtfeld-manifest-"));
    writeFileSync(join(other, named), text);
    expect(() => TrustedDocuments.load(other, false)).toThrow(says);
    rmSync(other, { recursive: true });
  });

  test("needs a folder that is there", () => {
    expect(() => TrustedDocuments.load(join(folder, "none"), false)).toThrow(/is no folder that can be read/);
    expect(() => readSettings({ SICHTFELD_TRUSTED_ONLY: "true" })).toThrow(
      /^SICHTFELD_TRUSTED_DOCUMENTS: with SICHTFELD_TRUSTED_ONLY=true/,
    );
  });
});

describe("npm run documents", () => {
  test("lists what is trusted, by contract, and checks it", () => {
    const lines = `lka-analyst  ${foreign}  query  Status\nrrk-muenster-caseworker  ${own}  query  Name\n`;
    expect(run("list")).toEqual({ output: lines, complaint: "2 trusted documents, all valid.\n", exitCode: 0 });
    expect(run("check")).toMatchObject({ output: "", exitCode: 0 });
  });

  test("adds a document once, and prints its id", () => {
    expect(run("add", "lka-analyst", join(folder, "status.graphql"))).toEqual({
      output: `${foreign}  Status\n`,
      complaint: "",
      exitCode: 0,
    });
    expect(run("list").output.match(/Status/g)).toHaveLength(1);
  });

  test.each<[readonly string[], 1 | 2, RegExp]>([
    [[], 2, /^Usage: /],
    [["list", "lka-analyst"], 2, /^Usage: /],
    [["add", "lka-analyst"], 2, /^Usage: /],
    [["add", "lka-analist", "status.graphql"], 2, /^There is no contract lka-analist\. Did you mean lka-analyst\?/],
    [["add", "lka-analyst", "none.graphql"], 1, /none\.graphql/],
    [["retire", "lka-analyst"], 2, /^Usage: /],
    [["retire", "lka-analist", "Status"], 2, /Did you mean lka-analyst\?/],
    [
      ["retire", "lka-analyst", "Status", "Name"],
      1,
      /^lka-analyst has no trusted document Name\. Nothing was retired\.\n$/,
    ],
    [["add", "jva", "status.graphql"], 2, /^There is no contract jva\./],
  ])("says what to do instead of %j", (args, exitCode, says) => {
    expect(run(...args)).toEqual({ output: "", exitCode, complaint: expect.stringMatching(says) });
  });

  test("retires by name or id, and what is retired is found no more, valid or not", () => {
    const other = mkdtempSync(join(tmpdir(), "sichtfeld-retired-"));
    const there = (...args: readonly string[]) => documentsCommand([...args, "--folder", other], {});
    const lka = { id: "LKA_NRW", kind: "LKA" } as const;
    const resolve = (id: string) =>
      TrustedDocuments.load(other, false).resolve({ documentId: `sha256:${id}` }, lka, "ANALYST");
    there("add", "lka-analyst", file("status.graphql", status), file("free.graphql", free));
    expect(resolve(foreign).document).toBe(foreign);
    expect(there("retire", "lka-analyst", "Status")).toEqual({
      output: `${foreign}  Status\n`,
      complaint: "",
      exitCode: 0,
    });
    expect(() => resolve(foreign)).toThrow(expect.objectContaining({ code: "PERSISTED_QUERY_NOT_IN_LIST" }));
    const outside = 'query Gone { person(personRef: "P") { assessment { band } } }';
    const gone = { id: documentIdOf(outside), name: "Gone", type: "query", body: outside };
    const manifest = { format: "apollo-persisted-query-manifest", version: 1, operations: [gone] };
    writeFileSync(join(other, "lka-analyst.json"), JSON.stringify(manifest));
    expect(there("list").exitCode).toBe(1);
    expect(there("retire", "lka-analyst", gone.id).exitCode).toBe(0);
    expect(there("list")).toMatchObject({ output: "", exitCode: 0 });
    rmSync(other, { recursive: true });
  });

  test("adds nothing that its contract does not have, and nothing without a name", () => {
    const withheld = run(
      "add",
      "lka-analyst",
      file("withheld.graphql", 'query Q { person(personRef: "P") { assessment { band } } }'),
    );
    expect(withheld).toMatchObject({
      exitCode: 1,
      complaint: expect.stringMatching(/Cannot query field "assessment"/),
    });
    expect(run("add", "lka-analyst", file("nameless.graphql", "{ __typename }"))).toMatchObject({
      exitCode: 1,
      complaint: expect.stringMatching(/one operation, with a name/),
    });
  });
});
