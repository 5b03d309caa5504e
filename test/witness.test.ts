import { generateKeyPairSync } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askWitnesses } from "../gateway/audit/askWitnesses.ts";
import { treeFiles } from "../gateway/audit/treeFiles.ts";
import { checkpointText } from "../schema/tlog/checkpoint.ts";
import { rawPublicKey, verifierKey } from "../schema/tlog/noteKey.ts";
import { isSignedBy, parseNote, signatureLine } from "../schema/tlog/signedNote.ts";
import { TileTree } from "../schema/tlog/TileTree.ts";
import { Witness } from "../witness/Witness.ts";
import { type WitnessMemory, witnessMemory } from "../witness/WitnessMemory.ts";
import { witnessServer } from "../witness/witnessServer.ts";
import { access } from "./gateway/audit/access.ts";
import { TreeWorld } from "./gateway/audit/TreeWorld.ts";

let world: TreeWorld;
let memoryFolder: string;
let memory: WitnessMemory;
const key = generateKeyPairSync("ed25519").privateKey;
const witnessKey = { name: "witness.example/w1", type: "cosignature", publicKey: rawPublicKey(key) } as const;

beforeEach(() => {
  world = new TreeWorld();
  memoryFolder = mkdtempSync(join(tmpdir(), "sichtfeld-witness-"));
  memory = witnessMemory(memoryFolder);
});

afterEach(() => {
  world.remove();
  rmSync(memoryFolder, { recursive: true, force: true });
});

const witness = () =>
  new Witness(
    witnessKey.name,
    key,
    [{ originPrefix: "sichtfeld/", publicKey: world.publicKey }],
    memory,
    () => 1_700_000_000_999,
  );

const accesses = (name: string, count: number) => Array.from({ length: count }, (_, each) => access(`${name}-${each}`));

/** What a log posts to show that its present checkpoint continues one of `oldSize`. */
async function submission(
  oldSize: number,
  from: TreeWorld = world,
  note = readFileSync(join(from.shard, "checkpoint"), "utf8"),
) {
  const size = Number(note.split("\n")[1]);
  const files = treeFiles(from.shard);
  const proof = oldSize < size ? await new TileTree(size, files.read).consistencyProof(oldSize, size) : [];
  const lines = [`old ${oldSize}`, ...proof.map((hash) => hash.toString("base64"))];
  return Buffer.from(`${lines.join("\n")}\n\n${note}`);
}

describe("A witness", () => {
  test("cosigns the first checkpoint, and each that continues the one before", async () => {
    await world.live([accesses("a", 100)]);
    const first = await witness().addCheckpoint(await submission(0));
    expect(first.status).toBe(200);
    const note = parseNote(Buffer.from(readFileSync(join(world.shard, "checkpoint"), "utf8") + first.body));
    expect(note !== null && isSignedBy(note, witnessKey)).toBe(true);
    await world.live([accesses("b", 200)]);
    // What it remembers outlives the process.
    expect((await witness().addCheckpoint(await submission(201))).status).toBe(200);
    expect((await witness().addCheckpoint(await submission(602))).status).toBe(200);
    expect(await memory.recall(world.origin)).toMatchObject({ size: 602 });
  });

  test("does not cosign a history that forks from the one it knows, however the log proves it", async () => {
    await world.live([accesses("a", 50)]);
    const fork = new TreeWorld();
    cpSync(join(world.folder, "a1"), join(fork.folder, "a1"), { recursive: true });
    Object.assign(fork, { key: world.key, publicKey: world.publicKey });
    await world.live([accesses("b", 100)]);
    await fork.live([accesses("other", 150)]);
    expect((await witness().addCheckpoint(await submission(0))).status).toBe(200);
    const known = world.checkpoints.at(-1)?.size ?? 0;
    // Both trees verify by themselves, and share their first 101 entries.
    expect([await world.faults(), await fork.faults()]).toEqual([[], []]);
    for (const old of [0, 101]) {
      expect(await witness().addCheckpoint(await submission(old, fork))).toMatchObject({
        status: 409,
        body: `${known}\n`,
      });
    }
    expect((await witness().addCheckpoint(await submission(known, fork))).status).toBe(422);
    expect(await memory.recall(world.origin)).toMatchObject({ size: known });
    fork.remove();
  });

  test("does not cosign another tree of the same size", async () => {
    await world.live([accesses("a", 5)]);
    const other = new TreeWorld();
    Object.assign(other, { key: world.key });
    await other.live([accesses("b", 5)]);
    expect((await witness().addCheckpoint(await submission(0))).status).toBe(200);
    expect((await witness().addCheckpoint(await submission(11, other))).status).toBe(409);
    other.remove();
  });

  test("does not cosign what the log's key did not sign, an origin it does not know, or what it cannot read", async () => {
    await world.live([accesses("a", 5)]);
    const { size, root } = world.checkpoints[0] ?? { size: 0, root: Buffer.alloc(32) };
    const signed = (origin: string, by = world.key) => {
      const text = checkpointText({ origin, size, root });
      return `${text}\n${signatureLine(text, origin, by)}`;
    };
    const status = async (body: Buffer) => (await witness().addCheckpoint(body)).status;
    expect(await status(await submission(0, world, signed(world.origin, key)))).toBe(403);
    expect(await status(await submission(0, world, signed("example.com/other")))).toBe(404);
    expect(await status(await submission(size + 1))).toBe(400);
    expect(await status(Buffer.from("old 01\n\n"))).toBe(400);
    expect(await status(Buffer.from(`old 0\nAA==\n\n${signed(world.origin)}`))).toBe(422);
    expect(await memory.recall(world.origin)).toBeNull();
  });

  test("that cannot remember does not cosign", async () => {
    await world.live([accesses("a", 5)]);
    memory = { ...memory, remember: () => Promise.reject(new Error("ENOSPC")) };
    await expect(witness().addCheckpoint(await submission(0))).rejects.toThrow("ENOSPC");
  });
});

test("The log asks its witnesses over HTTP, and its checkpoint carries the cosignatures that verify", async () => {
  const server = witnessServer(witness());
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  const failed: string[] = [];
  const gone = { url: "http://127.0.0.1:1", key: verifierKey(witnessKey) };
  const lying = { url, key: verifierKey({ ...witnessKey, name: "witness.example/w2" }) };
  const right = { url, key: verifierKey(witnessKey) };
  world.onCheckpoint = askWitnesses([right, gone, lying], (each) => failed.push(each));
  await world.live([accesses("a", 100), accesses("b", 100)]);
  // A witness that remembers more than the log's process does is told from there on.
  await world.live([accesses("c", 10)]);
  const note = parseNote(readFileSync(join(world.shard, "checkpoint")));
  expect(note?.signatures.map(({ name }) => name)).toEqual([world.origin, witnessKey.name]);
  expect(note !== null && isSignedBy(note, witnessKey)).toBe(true);
  expect(failed.length).toBe(6);
  expect(await world.faults()).toEqual([]);
  await server.close();
});
