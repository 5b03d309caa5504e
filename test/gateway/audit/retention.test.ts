import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endShards } from "../../../gateway/audit/endShards.ts";
import { endsOn } from "../../../schema/accessLogRetention.ts";
import { parseCheckpoint } from "../../../schema/tlog/checkpoint.ts";
import { isSignedBy, parseNote } from "../../../schema/tlog/signedNote.ts";
import { access } from "./access.ts";
import { TreeWorld } from "./TreeWorld.ts";

let world: TreeWorld;

beforeEach(async () => {
  world = new TreeWorld();
  await world.live([[access("op-1"), access("op-2")]]);
});

afterEach(() => world.remove());

const end = (instant: string) => endShards(world.folder, world.key, Date.parse(instant));
const left = () => readdirSync(join(world.folder, "a1")).filter((name) => name !== "lock");

test.each([
  [{ logClass: "access", year: 2026 }, "2028-01-01"],
  [{ logClass: "identification", year: 2027 }, "2029-01-01"],
] as const)("%j is kept to the end of the following year, before %s", (shard, day) => {
  expect(endsOn(shard)).toBe(day);
});

test.each([
  ["on the day it was written", "2026-06-15T00:00:00Z"],
  ["a year later", "2027-06-15T00:00:00Z"],
  ["in the last millisecond of its last day", "2027-12-31T23:59:59.999Z"],
])("A shard of 2026 cannot be ended %s", async (_words, instant) => {
  expect(await end(instant)).toEqual([{ shard: "a1/access-2026", outcome: "KEPT", endsOn: "2028-01-01" }]);
  expect(left()).toEqual(["access-2026"]);
  expect(await world.faults()).toEqual([]);
});

test("On 1 January 2028 journal, key table and tree of 2026 are gone, and a signed statement of the last tree head remains", async () => {
  const last = parseCheckpoint(world.checkpoints.at(-1)?.note.split("\n\n")[0]?.concat("\n") ?? "");
  expect(await end("2028-01-01T00:00:00Z")).toMatchObject([{ outcome: "ENDED" }]);
  expect(left()).toEqual(["ended-access-2026"]);
  const note = parseNote(readFileSync(join(world.folder, "a1", "ended-access-2026")));
  if (note === null) throw new Error("The statement is no signed note.");
  const head = parseCheckpoint(note.text);
  expect(head).toEqual(last);
  expect(head?.size).toBeGreaterThan(0);
  expect(note.text).toContain("ended 2028-01-01T00:00:00.000Z\nbecause § 76 (4) BDSG");
  expect(isSignedBy(note, { name: world.origin, type: "signature", publicKey: world.publicKey })).toBe(true);
  expect(await end("2028-01-02T00:00:00Z")).toEqual([]);
});

test("What an interruption left behind the statement is removed by the next run, and the statement stays as it is", async () => {
  const copy = join(world.folder, "copy");
  cpSync(world.shard, copy, { recursive: true });
  await end("2028-01-01T00:00:00Z");
  const statement = readFileSync(join(world.folder, "a1", "ended-access-2026"), "utf8");
  cpSync(copy, world.shard, { recursive: true });
  rmSync(copy, { recursive: true });
  expect(await end("2028-02-01T00:00:00Z")).toMatchObject([{ outcome: "ENDED" }]);
  expect(existsSync(world.shard)).toBe(false);
  expect(readFileSync(join(world.folder, "a1", "ended-access-2026"), "utf8")).toBe(statement);
});

test("A shard without a checkpoint that the key signed is not ended, because no statement could remain", async () => {
  rmSync(join(world.shard, "checkpoint"));
  expect(await end("2028-01-01T00:00:00Z")).toMatchObject([{ outcome: "UNSIGNED" }]);
  expect(left()).toEqual(["access-2026"]);
});
