import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCheckpoint } from "../../schema/tlog/checkpoint.ts";
import { bundleEntries } from "../../schema/tlog/entryBundle.ts";
import { leafHash } from "../../schema/tlog/hashes.ts";
import { parseNote } from "../../schema/tlog/signedNote.ts";
import { TileTree } from "../../schema/tlog/TileTree.ts";
import { tilePath } from "../../schema/tlog/tilePath.ts";
import { verifyConsistency } from "../../schema/tlog/verifyConsistency.ts";
import { verifyInclusion } from "../../schema/tlog/verifyInclusion.ts";
import { openWorld, type World } from "../harness.ts";

let world: World;
let base: string;

beforeAll(async () => {
  world = await openWorld();
  const [instance = ""] = readdirSync(join(world.gateway.settings.logFolder));
  base = `${world.gateway.url}/log/${instance}/access-${new Date().getUTCFullYear()}`;
  for (let each = 0; each < 3; each += 1) {
    await world.ask(
      "rrk-muenster-caseworker",
      { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" },
      '{ person(personRef: "P-SHOWCASE0001") { familyName } }',
    );
  }
  await checkpointOf(7);
});

afterAll(() => world.close());

/** The checkpoint, once it covers so many entries. */
async function checkpointOf(size: number) {
  for (let each = 0; each < 100; each += 1) {
    const reply = await fetch(`${base}/checkpoint`);
    const note = reply.ok ? parseNote(new Uint8Array(await reply.arrayBuffer())) : null;
    const head = note === null ? null : parseCheckpoint(note.text);
    if (head !== null && head.size >= size) return head;
    await wait(100);
  }
  throw new Error("There is no such checkpoint.");
}

async function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  const reply = await fetch(`${base}/${path}`, { headers });
  return { status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()), headers: reply.headers };
}

async function as(persona: string, purpose: string): Promise<Readonly<Record<string, string>>> {
  const token = await world.token(persona);
  return { authorization: `Bearer ${token}`, "access-purpose": purpose, "access-reason": "Stichprobe" };
}

test("Whoever reaches the gateway can follow the tree: the tiles lead to the root of the checkpoint", async () => {
  const { size, root } = await checkpointOf(7);
  const tree = new TileTree(size, async (place) => (await get(tilePath(place))).bytes);
  expect((await tree.rootAt(size)).equals(root)).toBe(true);
});

test("A partial tile of an earlier checkpoint stays, cut out of the wider one", async () => {
  const { size } = await checkpointOf(7);
  const [whole, earlier] = [await get(`tile/0/000.p/${size}`), await get("tile/0/000.p/3")];
  expect(earlier.status).toBe(200);
  expect(earlier.bytes).toEqual(whole.bytes.subarray(0, 96));
  expect(earlier.headers.get("cache-control")).toContain("immutable");
});

test("The data protection officer gets the proof of a record, and that the tree continues an earlier one, through the schema", async () => {
  const officer = { purpose: "DATA_PROTECTION_CONTROL" };
  const earlier = await checkpointOf(7);
  const { data } = await world.ask(
    "dpo",
    officer,
    '{ accessRecords(first: 1, filter: { purpose: "CASE_MANAGEMENT" }) { edges { node { id proof { entry index size hashes checkpoint } } } } }',
  );
  const { id, proof } = data.accessRecords.edges[0].node;
  expect(JSON.parse(proof.entry)).toMatchObject({ type: "operation", id });
  const head = parseCheckpoint(parseNote(Buffer.from(proof.checkpoint))?.text ?? "");
  const bytes = (hashes: readonly string[]) => hashes.map((hash) => Buffer.from(hash, "base64"));
  const root = head?.root ?? Buffer.alloc(0);
  const leaf = leafHash(Buffer.from(proof.entry));
  expect(verifyInclusion(proof.index, proof.size, leaf, root, bytes(proof.hashes))).toBe(true);

  await checkpointOf(earlier.size + 1);
  const [, , instance, shard] = new URL(base).pathname.split("/").map(String);
  const tree = await world.ask(
    "dpo",
    officer,
    "query ($instance: ID!, $shard: ID!, $from: Int) { logTree(instance: $instance, shard: $shard, from: $from) { checkpoint size consistency } }",
    { instance, shard, from: earlier.size },
  );
  const { checkpoint, size, consistency } = tree.data.logTree;
  const later = parseCheckpoint(parseNote(Buffer.from(checkpoint))?.text ?? "")?.root ?? Buffer.alloc(0);
  expect(verifyConsistency(earlier.size, size, earlier.root, later, bytes(consistency))).toBe(true);
  const nowhere = await world.ask("dpo", officer, '{ logTree(instance: "..", shard: "access-2026") { size } }');
  expect(nowhere.data).toEqual({ logTree: null });
});

test("The officer is told of every shard how large it is, by which checkpoint, and when it ends", async () => {
  const { data } = await world.ask(
    "dpo",
    { purpose: "DATA_PROTECTION_CONTROL" },
    "{ logShards { instance shard size checkpoint endsOn } }",
  );
  const [first] = data.logShards;
  const [, year = ""] = first.shard.split("-");
  expect(data.logShards.map(({ shard }: { readonly shard: string }) => shard)).toEqual([`access-${year}`]);
  expect(first).toMatchObject({
    instance: expect.any(String),
    size: expect.any(Number),
    endsOn: `${Number(year) + 2}-01-01`,
  });
  expect(parseCheckpoint(parseNote(Buffer.from(first.checkpoint))?.text ?? "")?.size).toBe(first.size);
});

describe("Entries", () => {
  test("are for the data protection officer, and the reading is on record before they leave", async () => {
    const { status, bytes } = await get("tile/entries/000.p/7", await as("dpo", "DATA_PROTECTION_CONTROL"));
    expect(status).toBe(200);
    const entries = bundleEntries(bytes) ?? [];
    expect(entries.length).toBe(7);
    const hashes = (await get("tile/0/000.p/7")).bytes;
    expect(Buffer.concat(entries.map(leafHash))).toEqual(hashes);
    expect(world.log().at(-2)).toMatchObject({
      type: "operation",
      office: "DPO_MUENSTER",
      operationName: expect.stringMatching(/access-\d+\/tile\/entries\/000\.p\/7$/),
      outcome: "ANSWERED",
    });
  });

  test.each([
    ["nobody who says who they are", {}, 401, "identification"],
    ["a caseworker", null, 404, "operation"],
  ] as const)("are not for %s, and the attempt is on record", async (_words, headers, expected, type) => {
    const sent = headers ?? (await as("rrk-muenster-caseworker", "WORKLIST"));
    const { status, bytes } = await get("tile/entries/000.p/7", sent);
    expect(status).toBe(expected);
    expect(bytes.toString()).not.toContain("P-SHOWCASE");
    expect(world.log().findLast((each) => each.type === type)).toBeDefined();
  });
});

test.each([
  "tile/0/001",
  "tile/0/000.p/255",
  "tile/9/000",
  "tile/0/../../lock",
  "tile/0/%2e%2e/%2e%2e/journal-000001.jsonl",
  "journal-000001.jsonl",
  "keys-000001.jsonl",
  "../lock",
])("There is nothing at %s", async (path) => {
  expect((await get(path)).status).toBe(404);
});
