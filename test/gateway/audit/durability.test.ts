import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { logLimits } from "../../../gateway/audit/logLimits.ts";
import { access } from "./access.ts";
import { MemoryLogFolder } from "./MemoryLogFolder.ts";
import { TestClock } from "./TestClock.ts";

const segment = "access-2026/journal-000001.jsonl";
const keys = "access-2026/keys-000001.jsonl";
const ids = (folder: MemoryLogFolder) => folder.verify().operations.map(({ operation }) => operation.id);

async function openAt(instant: string, limits = logLimits) {
  const folder = new MemoryLogFolder();
  const clock = new TestClock(instant);
  return { folder, clock, log: await AccessLog.open(folder, clock.read, limits) };
}

test("A receipt is given out after new key rows, the lines, and for a new file the folder, were synced", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  const opened = folder.events.length;
  await log.append(access("op-1")).then(() => folder.events.push("receipt"));
  await log.append(access("op-2")).then(() => folder.events.push("receipt"));
  expect(folder.events.slice(opened)).toEqual([
    `create ${segment}`,
    `write ${segment}`,
    `sync ${segment}`,
    "syncEntries access-2026",
    `create ${keys}`,
    `write ${keys}`,
    `sync ${keys}`,
    "syncEntries access-2026",
    `write ${segment}`,
    `sync ${segment}`,
    "receipt",
    `write ${segment}`,
    `sync ${segment}`,
    "receipt",
  ]);
});

test("A case and a reason that are new, said ahead while the request is answered: the entry waits for one sync, behind that of their rows", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  await log.append(access("op-1"));
  const opened = folder.events.length;
  log.nameAhead({ persons: [], cases: ["FM-2026-0002"], reasons: ["Rückfrage"] });
  await new Promise(setImmediate);
  folder.events.push("fetched");
  await log.append(access("op-2", { caseRef: "FM-2026-0002", reason: "Rückfrage" }));
  expect(folder.events.slice(opened)).toEqual([
    `write ${keys}`,
    `sync ${keys}`,
    "fetched",
    `write ${segment}`,
    `sync ${segment}`,
  ]);
  expect(folder.verify().faults).toEqual([]);
});

test("Said ahead and not durable yet: no line is written before the row is", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  await log.append(access("op-1"));
  const opened = folder.events.length;
  const release = folder.holdSync();
  log.nameAhead({ persons: [], cases: [], reasons: ["Rückfrage"] });
  const appended = log.append(access("op-2", { reason: "Rückfrage" }));
  await new Promise(setImmediate);
  expect(folder.events.slice(opened)).toEqual([`write ${keys}`]);
  release();
  await appended;
  expect(folder.verify().faults).toEqual([]);
});

test("While the disk syncs there is no receipt, and when power is lost then, no entry", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  await log.append(access("op-1"));
  const release = folder.holdSync();
  let answered = false;
  const waiting = log.append(access("op-2")).then(() => {
    answered = true;
  });
  await new Promise(setImmediate);
  expect(answered).toBe(false);
  expect(ids(folder.afterPowerLoss())).toEqual(["op-1"]);
  release();
  await waiting;
  expect(ids(folder.afterPowerLoss())).toEqual(["op-1", "op-2"]);
});

test("A receipt names the operation's line by number and hash", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  await log.append(access("op-1"));
  const receipt = await log.append(access("op-2"));
  const line = folder.segments()[0]?.bytes.toString().split("\n")[receipt.line] ?? "";
  expect(JSON.parse(line).entry.id).toBe("op-2");
  expect(receipt).toEqual({
    operation: "op-2",
    segment: `a1/${segment}`,
    line: 6,
    leaf: 3,
    hash: createHash("sha256").update(line).digest("hex"),
  });
});

test("A hundred accesses at once share a write, and every line of each is there, in the order of the calls", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  await log.append(access("first"));
  const before = folder.events.filter((event) => event.startsWith("sync ")).length;
  const names = Array.from({ length: 100 }, (_, each) => `op-${each}`);
  await Promise.all(names.map((name) => log.append(access(name))));
  expect(folder.events.filter((event) => event.startsWith("sync ")).length - before).toBe(1);
  expect(ids(folder)).toEqual(["first", ...names]);
  expect(folder.verify().faults).toEqual([]);
});

test("Beyond its bound the queue refuses at once, and what waits is still put on record", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z", { ...logLimits, waitingMax: 3 });
  await log.append(access("first"));
  const release = folder.holdSync();
  const names = ["being written", "waits-1", "waits-2", "waits-3", "too many"];
  const appended = [log.append(access("being written"))];
  await new Promise(setImmediate);
  for (const name of names.slice(1)) appended.push(log.append(access(name)));
  await expect(appended.at(-1)).rejects.toMatchObject({ code: "QUEUE_FULL" });
  release();
  await Promise.all(appended.slice(0, -1));
  expect(ids(folder)).toEqual(["first", ...names.slice(0, -1)]);
});

test.each([
  ["stands still", 0, "recorded"],
  ["goes back by one second", -1_000, "recorded"],
  ["goes back by more than a second", -1_001, "CLOCK_BACKWARDS"],
  ["goes forward by a day", 86_400_000, "recorded"],
])("After an entry on 15 June the clock %s (%i ms): %s", async (_words, milliseconds, expected) => {
  const { folder, clock, log } = await openAt("2026-06-15T08:00:00Z");
  await log.append(access("op-1"));
  clock.move(milliseconds);
  const outcome = await log.append(access("op-2")).then(
    () => "recorded",
    (error) => error.code,
  );
  expect(outcome).toBe(expected);
  const times = folder.verify().operations.map(({ operation }) => operation.recordedAt);
  expect(times).toEqual(times.toSorted());
});

test("A log whose latest entry is of 15 June 8:00 takes none at 7:59 after a restart, and one again at 8:00", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  await log.append(access("op-1"));
  await log.close();
  const clock = new TestClock("2026-06-15T07:59:00Z");
  const next = await AccessLog.open(folder, clock.read);
  await expect(next.append(access("op-2"))).rejects.toMatchObject({ code: "CLOCK_BACKWARDS" });
  clock.set("2026-06-15T08:00:00Z");
  await next.append(access("op-3"));
  expect(ids(folder)).toEqual(["op-1", "op-3"]);
});

test("At the turn of the year a new shard begins, and entries that waited stand in their own year", async () => {
  const { folder, clock, log } = await openAt("2026-12-31T23:59:59.998Z");
  const appended = ["a", "b", "c", "d"].map((name) => {
    clock.move(1);
    return log.append(access(name));
  });
  const receipts = await Promise.all(appended);
  expect(receipts.map(({ operation, segment }) => `${operation} ${segment}`)).toEqual([
    "a a1/access-2026/journal-000001.jsonl",
    "b a1/access-2027/journal-000001.jsonl",
    "c a1/access-2027/journal-000001.jsonl",
    "d a1/access-2027/journal-000001.jsonl",
  ]);
  expect(folder.verify().faults).toEqual([]);
});

test("A segment that has reached its size is continued by the next", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z", { ...logLimits, segmentBytesMax: 2_000 });
  for (const name of ["a", "b", "c", "d", "e"]) await log.append(access(name));
  expect(folder.segments().length).toBeGreaterThan(1);
  expect(ids(folder)).toEqual(["a", "b", "c", "d", "e"]);
  expect(folder.verify().faults).toEqual([]);
});

test("What a reader would not accept is refused before it is written, and disturbs nobody else's entry", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  const wrong = [
    access("date", { questionDate: "15.06.2026" }),
    access("time", { at: "noon" }),
    access("too long", { operationName: "n".repeat(70_000) }),
    access("too much decided", { tested: Array.from({ length: 3_000 }, (_, each) => `CaseFilter.field${each}`) }),
    access("a character that no database of readers stores", { operationName: "a\0" }),
    access("half a surrogate pair", { reason: "\ud800" }),
  ];
  const [right, ...refused] = await Promise.allSettled([access("right"), ...wrong].map((each) => log.append(each)));
  expect(right?.status).toBe("fulfilled");
  for (const each of refused) expect(each).toMatchObject({ status: "rejected", reason: { code: "ENTRY_INVALID" } });
  expect(ids(folder)).toEqual(["right"]);
});

test("What no row of the key table can say is refused every time, so that no entry names what nothing explains", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  await log.append(access("op-1"));
  for (const unsayable of ["\ud800", "FM\0", "F".repeat(70_000)]) {
    log.nameAhead({ persons: [], cases: [unsayable], reasons: [] });
    for (const id of ["op-2", "op-3"])
      await expect(log.append(access(id, { askedCases: [unsayable] }))).rejects.toMatchObject({
        code: "ENTRY_INVALID",
      });
  }
  await log.append(access("op-4", { reason: "what looks like one: \\u0000" }));
  expect(ids(folder)).toEqual(["op-1", "op-4"]);
  expect(folder.verify().faults).toEqual([]);
});

test("A closed log has written what waited, gives up its folder and takes nothing more", async () => {
  const { folder, log } = await openAt("2026-06-15T08:00:00Z");
  const waiting = [log.append(access("op-1")), log.append(access("op-2"))];
  await log.close();
  await Promise.all(waiting);
  expect(folder.events.at(-1)).toBe("release");
  await expect(log.append(access("op-3"))).rejects.toMatchObject({ code: "CLOSED" });
  expect(ids(folder)).toEqual(["op-1", "op-2"]);
});
