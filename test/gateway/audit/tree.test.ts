import { createHash, createPublicKey, verify } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { bundleEntries } from "../../../schema/tlog/entryBundle.ts";
import { access } from "./access.ts";
import { TreeWorld } from "./TreeWorld.ts";

let world: TreeWorld;

beforeEach(() => {
  world = new TreeWorld();
});

afterEach(() => world.remove());

const accesses = (from: number, count: number) =>
  Array.from({ length: count }, (_, each) => access(`op-${from + each}`));
const checkpoint = () => readFileSync(join(world.shard, "checkpoint"), "utf8");

test("A log of some hundred entries has tiles, bundles and a checkpoint that its journal leads to", async () => {
  await world.live([accesses(0, 100), accesses(100, 100)]);
  // A decision, and of each access an operation and a subject.
  expect(world.checkpoints.map(({ size }) => size)).toEqual([201, 401]);
  const files = readdirSync(world.shard, { recursive: true, encoding: "utf8" }).sort();
  expect(files.filter((name) => !name.endsWith(".jsonl"))).toEqual([
    "checkpoint",
    "tile",
    "tile/0",
    "tile/0/000",
    "tile/0/001.p",
    "tile/0/001.p/145",
    "tile/1",
    "tile/1/000.p",
    "tile/1/000.p/1",
    "tile/entries",
    "tile/entries/000",
    "tile/entries/001.p",
    "tile/entries/001.p/145",
  ]);
  expect(await world.faults()).toEqual([]);
  expect(world.reports).toEqual([]);
  const [first] = bundleEntries(readFileSync(join(world.shard, "tile", "entries", "000"))) ?? [];
  expect(JSON.parse(String(first)).type).toBe("decision");
});

test("A checkpoint is what C2SP says it is: read here from the text of the specifications alone", async () => {
  await world.live([accesses(0, 3)]);
  // tlog-checkpoint: origin, size and root on a line each. signed-note: text, an empty line, signature lines.
  const [text, signatures] = checkpoint().split("\n\n") as [string, string];
  const [origin, size, root, ...rest] = text.split("\n");
  expect([origin, size, rest]).toEqual([world.origin, "7", []]);
  const [dash, name, encoded, ...more] = signatures.trimEnd().split(" ");
  expect([dash, name, more]).toEqual(["\u2014", world.origin, []]);
  const signature = Buffer.from(encoded ?? "", "base64");
  // Key id: first four bytes of SHA-256 of name, newline, 0x01 and the 32 bytes of the key. Signature: Ed25519 of the text.
  const spki = createPublicKey(world.key).export({ type: "spki", format: "der" });
  const id = createHash("sha256")
    .update(`${name}\n`)
    .update("\u0001")
    .update(spki.subarray(-32))
    .digest()
    .subarray(0, 4);
  expect(signature.subarray(0, 4)).toEqual(id);
  expect(verify(null, Buffer.from(`${text}\n`), createPublicKey(world.key), signature.subarray(4))).toBe(true);
  // tlog-tiles: entries with their length before them; RFC 6962: 0x00 before a leaf, 0x01 before two subtrees.
  const bundle = readFileSync(join(world.shard, "tile", "entries", "000.p", "7"));
  const leaves: Buffer[] = [];
  for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at)) {
    const entry = bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at));
    leaves.push(createHash("sha256").update("\u0000").update(entry).digest());
  }
  const fold = (of: readonly Buffer[]): Buffer => {
    if (of.length === 1) return of[0] as Buffer;
    const split = 2 ** Math.floor(Math.log2(of.length - 1));
    return createHash("sha256")
      .update("\u0001")
      .update(fold(of.slice(0, split)))
      .update(fold(of.slice(split)))
      .digest();
  };
  expect(fold(leaves).toString("base64")).toBe(root);
  expect(Buffer.concat(leaves)).toEqual(readFileSync(join(world.shard, "tile", "0", "000.p", "7")));
});

describe("A gateway that starts again", () => {
  test("goes on where the checkpoint stands, also over what was recorded and not published", async () => {
    await world.live([accesses(0, 200)]);
    const published = new Map(["checkpoint", "tile"].map((name) => [name, join(world.folder, `kept-${name}`)]));
    for (const [name, kept] of published) cpSync(join(world.shard, name), kept, { recursive: true });
    await world.live([accesses(200, 300)]);
    for (const [name, kept] of published) {
      rmSync(join(world.shard, name), { recursive: true });
      cpSync(kept, join(world.shard, name), { recursive: true });
      rmSync(kept, { recursive: true });
    }
    await world.live([]);
    expect(world.checkpoints.at(-1)?.size).toBe(1_002);
    expect(await world.faults()).toEqual([]);
    expect(world.reports).toEqual([]);
  });

  test("makes tiles again that are missing or were altered, from the journal", async () => {
    await world.live([accesses(0, 200)]);
    const tile = join(world.shard, "tile", "0", "001.p", "145");
    writeFileSync(tile, readFileSync(tile).fill(0, 0, 1));
    rmSync(join(world.shard, "tile", "entries"), { recursive: true });
    expect(await world.faults()).not.toEqual([]);
    await world.live([accesses(200, 10)]);
    expect(await world.faults()).toEqual([]);
  });

  test("does not sign over a journal that was cut behind what it signed", async () => {
    await world.live([accesses(0, 20)]);
    const before = checkpoint();
    const journal = join(world.shard, "journal-000001.jsonl");
    const lines = readFileSync(journal, "utf8").split("\n");
    const cut = lines.findIndex((line) => line.includes('"type":"commit"'));
    truncateSync(journal, Buffer.byteLength(`${lines.slice(0, cut + 1).join("\n")}\n`));
    await world.live([accesses(20, 1)]);
    expect(world.reports).toMatchObject([{ code: "TREE_BROKEN" }]);
    expect(checkpoint()).toBe(before);
    expect(await world.faults()).toContain("ROOT_DIFFERS a1/access-2026/checkpoint");
  });

  test("publishes after a disk that failed, without a further entry, what was recorded meanwhile included", async () => {
    await world.live([accesses(0, 10)]);
    const entries = join(world.shard, "tile", "entries");
    let isFirst = true;
    world.onCheckpoint = async () => {
      if (isFirst) rmSync(entries, { recursive: true });
      if (isFirst) writeFileSync(entries, "");
      isFirst = false;
    };
    const repaired = () => rmSync(entries);
    await world.live([accesses(10, 10), accesses(20, 10)], {}, async () => {
      repaired();
      await vi.waitFor(() => expect(world.checkpoints.at(-1)?.size).toBe(62), { timeout: 5_000 });
    });
    expect(world.reports.length).toBe(1);
    expect(world.checkpoints.at(-1)?.size).toBe(62);
    expect(await world.faults()).toEqual([]);
  });

  test("does not sign over a checkpoint of another key", async () => {
    await world.live([accesses(0, 1)]);
    const other = new TreeWorld();
    cpSync(join(world.folder, "a1"), join(other.folder, "a1"), { recursive: true });
    await other.live([accesses(1, 1)]);
    expect(other.reports).toMatchObject([{ code: "TREE_BROKEN" }]);
    expect(await other.faults()).toContain("CHECKPOINT_INVALID a1/access-2026/checkpoint");
    other.remove();
  });
});
