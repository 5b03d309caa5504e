import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ExpectedTree } from "../../../gateway/audit/ExpectedTree.ts";
import { verifyLog } from "../../../gateway/audit/verifyLog.ts";
import { verifyShard } from "../../../gateway/audit/verifyShard.ts";
import { chainStart, readChain } from "../../../schema/accessLogChain.ts";
import { readKeys } from "../../../schema/accessLogKeys.ts";
import { logFilesInOrder } from "../../../schema/accessLogNames.ts";
import { seededRandom } from "../../crash/seededRandom.ts";
import { access } from "./access.ts";
import { TreeWorld } from "./TreeWorld.ts";

/** 10,000 entries in many segments: every place where a record ends is tried, and others by a seed. */
const entriesMin = 10_000;

const world = new TreeWorld();
const name = "a1/access-2026";
let files: ReadonlyMap<string, Buffer>;
let expected: ExpectedTree;

beforeAll(async () => {
  const people = (each: number) => [
    { personRef: `P-${each % 50}`, coordinates: ["Person.personRef"] },
    { personRef: `P-${(each + 1) % 50}`, coordinates: ["Person.personRef"] },
  ];
  const groups = Array.from({ length: 34 }, (_, group) =>
    Array.from({ length: 100 }, (_each, each) => access(`op-${group}-${each}`, { subjects: people(each) })),
  );
  await world.live(groups, { segmentBytesMax: 8_000, writeBytesMax: 4_000 });
  const shards = await verifyLog(world.folder, () => {}, world.publicKey);
  expect(shards.get(name)).toMatchObject({ faults: [], checkpoint: shards.get(name)?.leaves });
  expect(shards.get(name)?.leaves).toBeGreaterThan(entriesMin);
  files = filesOf(world);
  expected = new ExpectedTree(files.get("checkpoint") ?? null);
  for (const segment of logFilesInOrder("journal", [...files.keys()])) {
    for (const { leaf, text } of readChain(bytesOf(segment), chainStart(name, segment)).lines) {
      if (leaf !== null) expected.add(text);
    }
  }
}, 60_000);

afterAll(() => world.remove());

function filesOf({ shard }: TreeWorld): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(shard, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(shard, path), readFileSync(path)]),
  );
}

const bytesOf = (path: string) => files.get(path) ?? Buffer.alloc(0);
const ofKind = (kind: "journal" | "keys") => logFilesInOrder(kind, [...files.keys()]);

/** The file with one bit of one byte flipped. */
function flipped(bytes: Buffer, place: number, random: () => number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(bytes.readUInt8(place) ^ (1 << Math.floor(random() * 8)), place);
  return changed;
}

/** Places where records begin or end, and so many others. */
function placesIn(bytes: Buffer, ends: readonly number[], random: () => number, many = 40): readonly number[] {
  const others = Array.from({ length: many }, () => Math.floor(random() * bytes.length));
  return [...new Set([0, ...ends, ...others, bytes.length - 1])].filter((place) => place >= 0 && place < bytes.length);
}

const newlinesIn = (bytes: Buffer) => [...bytes.entries()].flatMap(([place, byte]) => (byte === 0x0a ? [place] : []));

function entryStarts(bundle: Buffer): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at)) starts.push(at);
  return starts;
}

test("Whatever byte of a tile or bundle has a bit flipped, it is noticed", () => {
  const random = seededRandom(1);
  const unnoticed: string[] = [];
  let tried = 0;
  for (const [path, bytes] of files) {
    if (!path.startsWith("tile/")) continue;
    const ends = path.startsWith("tile/entries/")
      ? entryStarts(bytes)
      : [...Array(bytes.length / 32).keys()].map((each) => each * 32);
    for (const place of placesIn(bytes, ends, random)) {
      tried += 1;
      if (expected.fileFault(path, flipped(bytes, place, random)) !== "TILE_DIFFERS")
        unnoticed.push(`${path} ${place}`);
    }
  }
  expect(unnoticed).toEqual([]);
  expect(tried).toBeGreaterThan(2 * entriesMin);
});

test("Whatever byte of the checkpoint has a bit flipped, it is noticed", async () => {
  const small = new TreeWorld();
  await small.live([[access("op-1"), access("op-2")]]);
  const path = join(small.shard, "checkpoint");
  const checkpoint = readFileSync(path);
  expect(await small.faults()).toEqual([]);
  const unnoticed: number[] = [];
  for (const place of checkpoint.keys()) {
    writeFileSync(path, flipped(checkpoint, place, seededRandom(place)));
    if ((await small.faults()).length === 0) unnoticed.push(place);
  }
  small.remove();
  expect(unnoticed).toEqual([]);
});

test("Whatever byte of the key table has a bit flipped, it is noticed", () => {
  const random = seededRandom(2);
  const [file = ""] = ofKind("keys");
  const bytes = bytesOf(file);
  const rows = readKeys(bytes).rows.length;
  const unnoticed = placesIn(bytes, newlinesIn(bytes), random).filter((place) => {
    const { rows: found, brokenLines } = readKeys(flipped(bytes, place, random));
    return found.length === rows && brokenLines.length === 0;
  });
  expect(unnoticed).toEqual([]);
});

test("Whatever byte of a segment has a bit flipped, it is noticed", () => {
  const random = seededRandom(3);
  const segments = ofKind("journal");
  const unnoticed: string[] = [];
  let tried = 0;
  segments.forEach((segment, each) => {
    // A segment is judged by itself and by the one after it, which says what it found.
    const two = segments.slice(each, each + 2);
    const faultsOf = (changed: Buffer) =>
      JSON.stringify(
        verifyShard({ name, files: two, read: (file) => (file === segment ? changed : bytesOf(file)) }).faults,
      );
    const whole = faultsOf(bytesOf(segment));
    for (const place of [...newlinesIn(bytesOf(segment)), ...placesIn(bytesOf(segment), [], random, 4)]) {
      tried += 1;
      if (faultsOf(flipped(bytesOf(segment), place, random)) === whole) unnoticed.push(`${segment} ${place}`);
    }
  });
  expect(unnoticed).toEqual([]);
  expect(tried).toBeGreaterThan(entriesMin);
}, 120_000);
