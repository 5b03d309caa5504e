import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grantHeader } from "../../schema/grant.ts";
import { immigration } from "../../subgraphs/immigration/subgraph.ts";
import { type ListeningSubgraph, listen } from "../../subgraphs/listen.ts";
import { showcases } from "../../subgraphs/population/showcases.ts";
import { readGrantPublicKey } from "../../subgraphs/readGrantPublicKey.ts";
import { type RunningSubgraph, serve } from "../../subgraphs/serve.ts";
import type { Store } from "../../subgraphs/shell/openStore.ts";
import { aGrant } from "./aGrant.ts";
import { grantEntries } from "./grantEntries.ts";
import { openEmptyStore } from "./openEmptyStore.ts";
import { signGrant } from "./signGrant.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-listen-"));
const keys = generateKeyPairSync("ed25519");
const publicKeyFile = join(folder, "grant-public.pem");
const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { personRef isMinor } } }`;
const variables = { of: [{ __typename: "Person", personRef: "P-SHOWCASE0001" }] };

/** What an immigration authority is granted about the persons whose file it keeps, as far as the query needs it. */
const entries = grantEntries("SEE", ["PERSON_REFERENCE", "LEGAL_REGIME"], ["OWN_FILE"], []);
const particulars = { purpose: "RESIDENCE_PROCEDURE", caseRef: "ABH-BOR-4711/19", person: null };

let store: Store;
let running: RunningSubgraph;
let door: ListeningSubgraph;
let isReady = true;

beforeAll(async () => {
  writeFileSync(publicKeyFile, keys.publicKey.export({ type: "spki", format: "pem" }));
  store = await openEmptyStore();
  await immigration.populate?.(store.owner, showcases);
  running = await serve(immigration, store.owner, await readGrantPublicKey(publicKeyFile), () => {});
  door = await listen(running, 0, "127.0.0.1", async () => isReady);
});

afterAll(async () => {
  await door.stop();
  await running.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function post(body: string, headers: Readonly<Record<string, string>> = {}) {
  const all = { "content-type": "application/json", ...headers };
  const response = await fetch(`${door.url}/graphql`, { method: "POST", headers: all, body });
  const text = await response.text();
  const cacheControl = response.headers.get("cache-control");
  return { status: response.status, cacheControl, text, answer: JSON.parse(text) };
}

function grantFor(office: string, audience: string): Promise<string> {
  return signGrant(aGrant(office, entries, particulars), audience, keys.privateKey);
}

describe("the HTTP door of a subgraph", () => {
  it("answers the office that keeps the file, under a grant signed by the gateway", async () => {
    const grant = await grantFor("ABH_05554", "immigration");
    const { status, answer } = await post(JSON.stringify({ query, variables }), { [grantHeader]: grant });
    expect(status).toBe(200);
    expect(answer).toEqual({ data: { _entities: [{ personRef: "P-SHOWCASE0001", isMinor: false }] } });
  });

  it.each([
    ["no grant", async () => null, "GRANT_MISSING"],
    ["a grant made out to casework", () => grantFor("ABH_05554", "casework"), "GRANT_INVALID"],
    ["a grant that is none", async () => "eyJhbGciOiJub25lIn0..", "GRANT_INVALID"],
  ])("refuses %s", async (_, make, code) => {
    const grant = await make();
    const { answer } = await post(JSON.stringify({ query, variables }), grant === null ? {} : { [grantHeader]: grant });
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors.map((error: { extensions: { code: string } }) => error.extensions.code)).toEqual([code]);
  });

  it.each([
    ["JSON that is cut off", '{"query": "', 400],
    ["a body without query", '{"variables": {}}', 400],
    ["a body of more than two million bytes", JSON.stringify({ query: "x".repeat(2_000_001) }), 413],
  ])("refuses %s with its status, and shows neither stack nor path", async (_, body, status) => {
    const refused = await post(body);
    expect(refused.status).toBe(status);
    expect(refused.cacheControl).toBe("no-store");
    expect(refused.answer).toEqual({
      errors: [{ message: "The request is no valid operation.", extensions: { code: "BAD_REQUEST" } }],
    });
  });

  it("is live always, and ready only while its database answers", async () => {
    const health = (path: string) => fetch(`${door.url}/health/${path}`).then(({ status }) => status);
    expect([await health("live"), await health("ready")]).toEqual([200, 200]);
    isReady = false;
    expect([await health("live"), await health("ready")]).toEqual([200, 503]);
    isReady = true;
  });

  it("says that its port is in use, in one line", async () => {
    const port = Number(new URL(door.url).port);
    await expect(listen(running, port, "127.0.0.1")).rejects.toThrow(
      new Error(`Port ${port} is in use. Choose another with --port (0: any).`),
    );
  });
});

describe("the public key of grants", () => {
  it("is read from a JWK as well as from PEM", async () => {
    const file = join(folder, "grant-public.json");
    writeFileSync(file, JSON.stringify(keys.publicKey.export({ format: "jwk" })));
    expect((await readGrantPublicKey(file)).type).toBe("public");
  });

  const wanted = "the gateway's public key for grants (Ed25519, SPKI PEM or JWK)";
  const privateKeyFile = join(folder, "grant.pem");
  writeFileSync(privateKeyFile, keys.privateKey.export({ type: "pkcs8", format: "pem" }));
  it.each([
    ["without the variable", undefined, `SICHTFELD_GRANT_PUBLIC_KEY_FILE must name ${wanted}.`],
    ["without the file", "/nowhere.pem", `SICHTFELD_GRANT_PUBLIC_KEY_FILE: /nowhere.pem must be ${wanted}.`],
    [
      "where it is the private one",
      privateKeyFile,
      `SICHTFELD_GRANT_PUBLIC_KEY_FILE: ${privateKeyFile} must be ${wanted}.`,
    ],
  ])("%s is asked for in one line", async (_, file, message) => {
    await expect(readGrantPublicKey(file)).rejects.toThrow(new Error(message));
  });
});
