import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endDaily } from "../../../gateway/audit/endDaily.ts";
import { endShards, type ShardEnd } from "../../../gateway/audit/endShards.ts";
import { openAccessLog } from "../../../gateway/audit/openAccessLog.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { verifyLog } from "../../../gateway/audit/verifyLog.ts";
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

test("A statement of 2028 under a clock of 2026 does not verify: somebody set another clock to end it early", async () => {
  await end("2028-01-01T00:00:00Z");
  const codesAt = async (instant: string) =>
    [...(await verifyLog(world.folder, () => {}, world.publicKey, Date.parse(instant))).values()].flatMap(
      ({ faults }) => faults.map(({ code }) => code),
    );
  expect(await codesAt("2026-06-15T00:00:00Z")).toEqual(["END_INVALID"]);
  expect(await codesAt("2028-01-01T00:00:00Z")).toEqual([]);
});

test("What somebody laid in the statement's place beforehand is no statement: the signed one takes it", async () => {
  writeFileSync(join(world.folder, "a1", "ended-access-2026"), "ended\n");
  expect(await end("2028-01-01T00:00:00Z")).toMatchObject([{ outcome: "ENDED" }]);
  expect(left()).toEqual(["ended-access-2026"]);
  expect(await world.faults()).toEqual([]);
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

test("A gateway that starts ends what is over in its own log, with a statement, once its latest entry is of a day that allows it", async () => {
  const old = new TreeWorld();
  try {
    const { keyFile } = old;
    old.now = Date.UTC(2023, 5, 15);
    await old.live([[access("op-1")]]);
    cpSync(join(old.folder, "a1"), join(old.folder, "another"), { recursive: true });
    const told: ShardEnd[] = [];
    const life = async (ids: readonly string[]) => {
      const opened = await openAccessLog({
        folder: old.folder,
        instance: "a1",
        keyFile,
        makeKey: false,
        witnessesFile: null,
        report: (detail) => expect(detail).toBe("nothing"),
        onEnd: (end) => told.push(end),
      });
      for (const id of ids) await opened.log.append(access(id));
      await opened.close();
    };
    // The machine's clock alone may be wrong, and ends nothing.
    await life(["op-2"]);
    expect(told).toEqual([]);
    await life([]);
    expect(told).toEqual([
      { shard: "a1/access-2023", outcome: "ENDED", endsOn: "2025-01-01" },
      // A copy under another name is no log that the key signed.
      { shard: "another/access-2023", outcome: "UNSIGNED", endsOn: "2025-01-01" },
    ]);
    expect(readdirSync(join(old.folder, "a1"))).toContain("ended-access-2023");
    expect(readdirSync(join(old.folder, "a1"))).not.toContain("access-2023");
    expect(readdirSync(join(old.folder, "another"))).toContain("access-2023");
    expect(await old.faults()).toContain("CHECKPOINT_INVALID another/access-2023/checkpoint");
    expect((await old.faults()).filter((each) => each.includes("a1/"))).toEqual([]);
    rmSync(join(old.folder, "another"), { recursive: true });
    await life(["op-3"]);
    expect(told.length).toBe(2);
  } finally {
    old.remove();
  }
});

test("A gateway ends what is over of a gateway that is gone as well, but not while that one holds its log", async () => {
  const old = new TreeWorld();
  try {
    const { keyFile } = old;
    old.now = Date.UTC(2023, 5, 15);
    await old.live([[access("op-1")]]);
    const told: ShardEnd[] = [];
    const options = { folder: old.folder, instance: "b2", keyFile, makeKey: false, witnessesFile: null };
    const life = async () => {
      const opened = await openAccessLog({ ...options, report: () => {}, onEnd: (end) => told.push(end) });
      await opened.log.append(access(`op-${told.length}-${Date.now()}`));
      await opened.close();
    };
    const held = await openLogFolder(old.folder, "a1");
    await life();
    await life();
    expect(told).toEqual([]);
    held.release();
    await life();
    expect(told).toEqual([{ shard: "a1/access-2023", outcome: "ENDED", endsOn: "2025-01-01" }]);
    expect(readdirSync(join(old.folder, "a1"))).toEqual(["ended-access-2023"]);
    expect(await old.faults()).toEqual([]);
  } finally {
    old.remove();
  }
});

test.each([
  [
    "whose signature is another's",
    (text: string) => text.replace(/ \S+\n$/, ` ${Buffer.alloc(68, 7).toString("base64")}\n`),
  ],
  ["that says another day", (text: string) => text.replace("ended 2028", "ended 2027")],
  ["of another shard", (text: string) => text.replaceAll("a1/", "b2/")],
  ["that is cut off", (text: string) => text.slice(0, 60)],
])("A statement %s is told by verify", async (_words, change) => {
  await end("2028-01-01T00:00:00Z");
  expect(await world.faults()).toEqual([]);
  const file = join(world.folder, "a1", "ended-access-2026");
  writeFileSync(file, change(readFileSync(file, "utf8")));
  expect(await world.faults()).toEqual(["END_INVALID a1/ended-access-2026"]);
});

test("A gateway that runs looks again every day, goes on after a day on which it failed, and stops when it is told", async () => {
  vi.useFakeTimers();
  try {
    const day = 86_400_000;
    const answers: (readonly ShardEnd[] | Error)[] = [
      [{ shard: "a1/access-2026", outcome: "KEPT", endsOn: "2028-01-01" }],
      new Error("EIO"),
      [{ shard: "a1/access-2026", outcome: "UNSIGNED", endsOn: "2028-01-01" }],
      [{ shard: "a1/access-2026", outcome: "ENDED", endsOn: "2028-01-01" }],
    ];
    const told: string[] = [];
    const stop = await endDaily(
      async () => {
        const next = answers.shift() ?? [];
        if (next instanceof Error) throw next;
        return next;
      },
      { onEnd: ({ outcome }) => told.push(outcome), onError: (error) => told.push(String(error)) },
    );
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(day);
    expect(told).toEqual(["Error: EIO"]);
    await vi.advanceTimersByTimeAsync(day);
    expect(told.at(-1)).toBe("UNSIGNED");
    await stop();
    await vi.advanceTimersByTimeAsync(3 * day);
    expect(answers.length).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});
