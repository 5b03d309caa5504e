import { describe, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { logLimits } from "../../../gateway/audit/logLimits.ts";
import { hashOf } from "../../../schema/accessLogFormat.ts";
import { readKeys } from "../../../schema/accessLogKeys.ts";
import { access } from "./access.ts";
import { type DiskFault, MemoryLogFolder } from "./MemoryLogFolder.ts";
import { TestClock } from "./TestClock.ts";

/** Each fault of the disk in pairs: what was to be stored is not, and it is but the reply was lost. */
const whileWriting: readonly DiskFault[] = [
  { at: "write", effect: "NOT_STORED", code: "ENOSPC" },
  { at: "write", effect: "SHORT", code: "ENOSPC" },
  { at: "write", effect: "STORED", code: "EIO" },
  { at: "sync", effect: "NOT_STORED", code: "EIO" },
  { at: "sync", effect: "STORED", code: "EIO" },
];
const whileOpening: readonly DiskFault[] = [
  { at: "create", effect: "NOT_STORED", code: "ENOSPC" },
  { at: "create", effect: "STORED", code: "EIO" },
  { at: "syncEntries", effect: "NOT_STORED", code: "EIO" },
  { at: "syncEntries", effect: "STORED", code: "EIO" },
  ...whileWriting,
];
const rows = (faults: readonly DiskFault[]) =>
  faults.map((fault) => [fault.at, fault.effect, fault.code, fault] as const);

const clock = new TestClock("2026-06-15T08:00:00Z");
const ids = (folder: MemoryLogFolder) => folder.verify().operations.map(({ operation }) => operation.id);

/** Ids that are there once and not twice. */
function expectOnce(folder: MemoryLogFolder, ...expected: readonly string[]) {
  const found = ids(folder).filter((id) => expected.includes(id));
  expect(found).toEqual(expected);
}

async function openWithOneEntry() {
  const folder = new MemoryLogFolder();
  const log = await AccessLog.open(folder, clock.read);
  await log.append(access("before"));
  return { folder, log };
}

test.each(rows(whileWriting))(
  "%s %s (%s): the access is refused, the next one opens a new segment, nothing is lost or doubled",
  async (...row) => {
    const { folder, log } = await openWithOneEntry();
    folder.fail(row[3]);
    await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    const untilFault = folder.events.length;
    clock.move(logLimits.pauseMillisecondsMin);
    const { segment } = await log.append(access("after"));
    expect(segment).toBe("a1/access-2026/journal-000002.jsonl");
    expectOnce(folder, "before", "after");
    expect(folder.verify().faults).toEqual([]);
    // What was acknowledged of the first segment is read again; it is never written or synced again, but cut off behind that.
    const again = folder.events.slice(untilFault).filter((event) => event.includes("000001"));
    expect(again.filter((event) => event !== "cut access-2026/journal-000001.jsonl")).toEqual([]);
    expect(ids(folder)).toEqual(["before", "after"]);
  },
);

test.each(rows(whileOpening))(
  "%s %s (%s) while a segment is opened: refused, and the one after that continues the log",
  async (...row) => {
    const { folder, log } = await openWithOneEntry();
    folder.fail({ at: "write", effect: "NOT_STORED", code: "ENOSPC" });
    await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    clock.move(logLimits.pauseMillisecondsMax);
    folder.fail(row[3]);
    await expect(log.append(access("during again"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    clock.move(logLimits.pauseMillisecondsMax);
    await log.append(access("after"));
    expectOnce(folder, "before", "after");
    expect(folder.verify().faults).toEqual([]);
  },
);

test.each(rows(whileWriting))(
  "%s %s (%s), then the process is killed: the next one continues the log",
  async (...row) => {
    const { folder, log } = await openWithOneEntry();
    folder.fail(row[3]);
    await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    const found = folder.afterKill();
    const next = await AccessLog.open(found, clock.read);
    await next.append(access("after"));
    expectOnce(found, "before", "after");
    expect(found.verify().faults).toEqual([]);
  },
);

test.each(rows(whileWriting))("%s %s (%s), then power is lost: the next process continues the log", async (...row) => {
  const { folder, log } = await openWithOneEntry();
  folder.fail(row[3]);
  await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
  const found = folder.afterPowerLoss();
  const next = await AccessLog.open(found, clock.read);
  await next.append(access("after"));
  expectOnce(found, "before", "after");
  expect(found.verify().faults).toEqual([]);
});

test.each(rows(whileWriting))(
  "%s %s (%s), service that goes on, then loss of power: what has a receipt is there, nothing else is missed, and the next process continues the log",
  async (...row) => {
    const { folder, log } = await openWithOneEntry();
    folder.fail(row[3]);
    await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    clock.move(logLimits.pauseMillisecondsMax);
    await log.append(access("after"));
    const found = folder.afterPowerLoss();
    expect(ids(found)).toEqual(["before", "after"]);
    expect(found.verify().faults).toEqual([]);
    const next = await AccessLog.open(found, clock.read);
    await next.append(access("later"));
    expect(ids(found)).toEqual(["before", "after", "later"]);
    expect(found.verify().faults).toEqual([]);
  },
);

test.each(rows(whileOpening))(
  "A failed fsync, then %s %s (%s) while the next segment is opened, service that goes on, then loss of power: the same",
  async (...row) => {
    const { folder, log } = await openWithOneEntry();
    folder.fail({ at: "sync", effect: "NOT_STORED", code: "EIO" });
    await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    folder.fail(row[3]);
    clock.move(logLimits.pauseMillisecondsMax);
    await expect(log.append(access("during again"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    clock.move(logLimits.pauseMillisecondsMax);
    await log.append(access("after"));
    const found = folder.afterPowerLoss();
    expect(ids(found)).toEqual(["before", "after"]);
    expect(found.verify().faults).toEqual([]);
  },
);

test.each(rows(whileWriting))(
  "%s %s (%s), the process is killed before anything else, the next one answers, then power is lost: what it built on is there",
  async (...row) => {
    const { folder, log } = await openWithOneEntry();
    folder.fail(row[3]);
    await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    const killed = folder.afterKill();
    const next = await AccessLog.open(killed, clock.read);
    await next.append(access("after", { subjects: [{ personRef: "P-NEW", coordinates: ["Person.personRef"] }] }));
    const found = killed.afterPowerLoss();
    expectOnce(found, "before", "after");
    expect(found.verify().faults).toEqual([]);
  },
);

test.each(["NOT_STORED", "STORED"] as const)(
  "A failed write that cannot be cut off (cut %s): refused until it can, then nothing is lost",
  async (effect) => {
    const { folder, log } = await openWithOneEntry();
    folder.fail({ at: "sync", effect: "NOT_STORED", code: "EIO" }, { at: "cut", effect, code: "EIO" });
    await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    clock.move(logLimits.pauseMillisecondsMax);
    await expect(log.append(access("during again"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
    clock.move(logLimits.pauseMillisecondsMax);
    await log.append(access("after"));
    for (const found of [folder, folder.afterKill(), folder.afterPowerLoss()]) {
      expect(ids(found)).toEqual(["before", "after"]);
      expect(found.verify().faults).toEqual([]);
    }
  },
);

test("What was cut off is told by its length and hash in the segment behind it", async () => {
  const { folder, log } = await openWithOneEntry();
  const durable = folder.segments()[0]?.bytes.length ?? 0;
  folder.fail({ at: "sync", effect: "STORED", code: "EIO" });
  await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
  const rest = folder.segments()[0]?.bytes.subarray(durable) ?? new Uint8Array();
  clock.move(logLimits.pauseMillisecondsMax);
  await log.append(access("after"));
  const [first, second] = folder.segments();
  expect(first?.bytes.length).toBe(durable);
  const opening = JSON.parse(String(second?.bytes).split("\n")[0] ?? "");
  expect(opening.entry.follows).toMatchObject([{ torn: null, cut: { bytes: rest.length, hash: hashOf(rest) } }]);
});

const whileNaming: readonly DiskFault[] = [
  { at: "create", effect: "NOT_STORED", code: "ENOSPC", of: "keys" },
  { at: "create", effect: "STORED", code: "EIO", of: "keys" },
  ...whileWriting.map((fault) => ({ ...fault, of: "keys" }) as const),
  { at: "write", effect: "SHORT", code: "short", of: "keys" },
];
const afterwards = {
  "service goes on": (folder: MemoryLogFolder) => folder,
  "the process is killed": (folder: MemoryLogFolder) => folder.afterKill(),
  "power is lost": (folder: MemoryLogFolder) => folder.afterPowerLoss(),
} as const;

/** What the key table says is behind the person's token in each entry. */
function personsNamed(folder: MemoryLogFolder): readonly (string | undefined)[] {
  const rows = folder.files("keys").flatMap(({ bytes }) => readKeys(bytes).rows);
  const named = new Map(rows.map(({ token, value }) => [token, value]));
  return folder.verify().operations.flatMap(({ subjects }) => subjects.map(({ subject }) => named.get(subject ?? "")));
}

describe.each(rows(whileNaming))("%s %s (%s) of the key table's file", (...row) => {
  test.each(Object.entries(afterwards))(
    "then %s: no entry whose token nothing explains, the file is not written again, and the same person is on record at the next attempt",
    async (_words, after) => {
      const folder = new MemoryLogFolder();
      const log = await AccessLog.open(folder, clock.read);
      const before = row[3].at === "create" ? [] : ["before"];
      for (const id of before) await log.append(access(id));
      folder.fail(row[3]);
      const during = access("during", { subjects: [{ personRef: "P-NEW", coordinates: ["Person.personRef"] }] });
      await expect(log.append(during)).rejects.toMatchObject({ code: "WRITE_FAILED" });
      const untilFault = folder.events.length;
      clock.move(logLimits.pauseMillisecondsMin);
      const found = after(folder);
      const next = found === folder ? log : await AccessLog.open(found, clock.read);
      await next.append({ ...during, id: "after" });
      expectOnce(found, ...before, "after");
      expect(ids(found)).not.toContain("during");
      expect(personsNamed(found)).not.toContain(undefined);
      expect(personsNamed(found).at(-1)).toBe("P-NEW");
      expect(found.verify().faults).toEqual([]);
      const again = folder.events.slice(untilFault).filter((event) => event.includes("keys-000001"));
      expect(again).toEqual([]);
    },
  );
});

describe.each(rows(whileNaming.filter(({ at }) => at !== "create")))(
  "%s %s (%s) of the key table's file, of a row that was said ahead",
  (...row) => {
    test.each(Object.entries(afterwards))(
      "then %s: the entry is refused, the file is not written again, and the next attempt is on record",
      async (_words, after) => {
        const { folder, log } = await openWithOneEntry();
        folder.fail(row[3]);
        log.nameAhead({ persons: [], cases: [], reasons: ["Rückfrage"] });
        await new Promise(setImmediate);
        const untilFault = folder.events.length;
        log.nameAhead({ persons: [], cases: [], reasons: ["Nachfrage"] });
        const during = access("during", { reason: "Rückfrage" });
        await expect(log.append(during)).rejects.toMatchObject({ code: "WRITE_FAILED" });
        log.nameAhead({ persons: [], cases: [], reasons: ["Anfrage"] });
        await new Promise(setImmediate);
        expect(folder.events.slice(untilFault)).toEqual([]);
        clock.move(logLimits.pauseMillisecondsMin);
        const found = after(folder);
        const next = found === folder ? log : await AccessLog.open(found, clock.read);
        await next.append({ ...during, id: "after" });
        expect(ids(found)).toEqual(["before", "after"]);
        expect(found.verify().faults).toEqual([]);
        expect(folder.events.slice(untilFault).filter((event) => event.includes("keys-000001"))).toEqual([]);
      },
    );
  },
);

test.each([
  ["in the middle", (bytes: Buffer) => Math.floor(bytes.length / 2)],
  ["in the first", (_bytes: Buffer) => 0],
  ["in the last newline", (bytes: Buffer) => bytes.length - 1],
])(
  "A bit of the key table that flips %s is told, the row is not believed, and its person gets a new token",
  async (_words, place) => {
    const { folder } = await openWithOneEntry();
    const found = folder.afterKill();
    const [keys] = found.files("keys");
    if (keys === undefined) throw new Error("There is no key table.");
    const bytes = Buffer.from(keys.bytes);
    const at = place(bytes);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    found.overwrite(keys.name, bytes);
    expect(found.verify().faults.map(({ code }) => code)).toContain("KEY_MISSING");
    const log = await AccessLog.open(found, clock.read);
    await log.append(access("after"));
    expect(personsNamed(found).at(-1)).toBe(personsNamed(folder)[0]);
    expect(found.verify().faults.map(({ code }) => code)).toContain("KEY_MISSING");
  },
);

test("A row of the key table that was torn by a kill is no row: whoever it was to name gets a whole one in a new file", async () => {
  const { folder } = await openWithOneEntry();
  const found = folder.afterKill();
  const [keys] = found.files("keys");
  if (keys === undefined) throw new Error("There is no key table.");
  found.overwrite(keys.name, Buffer.concat([keys.bytes, keys.bytes.subarray(0, 40)]));
  const log = await AccessLog.open(found, clock.read);
  await log.append(access("after", { subjects: [{ personRef: "P-NEW", coordinates: ["Person.personRef"] }] }));
  expect(found.files("keys").map(({ name }) => name)).toEqual([
    "access-2026/keys-000001.jsonl",
    "access-2026/keys-000002.jsonl",
  ]);
  expect(personsNamed(found).at(-1)).toBe("P-NEW");
  expect(found.verify().faults).toEqual([]);
});

test("A fault refuses everything that waits, and says the system's error to the operator alone", async () => {
  const { folder, log } = await openWithOneEntry();
  folder.fail({ at: "write", effect: "NOT_STORED", code: "ENOSPC" });
  const refused = await Promise.allSettled(["a", "b", "c"].map((name) => log.append(access(name))));
  for (const each of refused) {
    expect(each).toMatchObject({ status: "rejected", reason: { code: "WRITE_FAILED", cause: { code: "ENOSPC" } } });
    expect(String((each as PromiseRejectedResult).reason.message)).not.toContain("ENOSPC");
  }
  expect(ids(folder)).toEqual(["before"]);
});

test("While a disk stays full, refusals cost it nothing between attempts, attempts grow rarer, and service resumes by itself", async () => {
  const { folder, log } = await openWithOneEntry();
  const full: DiskFault = { at: "write", effect: "NOT_STORED", code: "ENOSPC" };
  folder.fail(...Array.from({ length: 8 }, () => full));
  const codes: string[] = [];
  const attemptAfter = async (milliseconds: number) => {
    clock.move(milliseconds);
    await log.append(access(`full-${codes.length}`)).catch((error) => codes.push(error.code));
  };
  for (const pause of [0, 249, 1, 499, 1, 999, 1]) await attemptAfter(pause);
  expect(codes).toEqual(["WRITE_FAILED", "PAUSED", "WRITE_FAILED", "PAUSED", "WRITE_FAILED", "PAUSED", "WRITE_FAILED"]);
  for (const _ of [5, 6, 7, 8]) await attemptAfter(logLimits.pauseMillisecondsMax);
  await log.append(access("not yet")).catch((error) => codes.push(error.code));
  expect(codes.at(-1)).toBe("PAUSED");
  clock.move(logLimits.pauseMillisecondsMax);
  await log.append(access("after"));
  expect(ids(folder)).toEqual(["before", "after"]);
  expect(folder.segments().map(({ bytes }) => bytes.length > 0)).toEqual([true, ...Array(7).fill(false), true]);
  expect(folder.verify().faults).toEqual([]);
});

test("A log that cannot be written says so to whoever watches, which costs the disk one attempt a pause, and finds by itself that it can again", async () => {
  const { folder, log } = await openWithOneEntry();
  const untouched = folder.events.length;
  expect(await log.isWritable()).toBe(true);
  expect(folder.events.length).toBe(untouched);
  const full: DiskFault = { at: "write", effect: "NOT_STORED", code: "ENOSPC" };
  folder.fail(full, full);
  await expect(log.append(access("during"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
  const untilFault = folder.events.length;
  expect(await Promise.all([1, 2, 3].map(() => log.isWritable()))).toEqual([false, false, false]);
  expect(folder.events.length).toBe(untilFault);
  clock.move(logLimits.pauseMillisecondsMin);
  expect(await log.isWritable()).toBe(false);
  clock.move(logLimits.pauseMillisecondsMin);
  expect(await log.isWritable()).toBe(false);
  clock.move(logLimits.pauseMillisecondsMin);
  expect(await log.isWritable()).toBe(true);
  await log.append(access("after"));
  expect(ids(folder)).toEqual(["before", "after"]);
  expect(folder.verify().faults).toEqual([]);
});

test("A clock that goes backwards: nothing is recorded, whoever watches is told, and it resumes when the clock is right", async () => {
  const { folder, log } = await openWithOneEntry();
  clock.move(-60_000);
  await expect(log.append(access("during"))).rejects.toMatchObject({ code: "CLOCK_BACKWARDS" });
  expect(await log.isWritable()).toBe(false);
  clock.move(60_000);
  expect(await log.isWritable()).toBe(true);
  await log.append(access("after"));
  expect(ids(folder)).toEqual(["before", "after"]);
  expect(folder.verify().faults).toEqual([]);
});

test("Lines that had a receipt and are gone when a fault is looked into are on record as lost for good", async () => {
  const { folder, log } = await openWithOneEntry();
  await log.append(access("vanishes"));
  const [segment] = folder.segments();
  const lines = segment?.bytes.toString().split("\n") ?? [];
  folder.overwrite("access-2026/journal-000001.jsonl", Buffer.from(`${lines.slice(0, 6).join("\n")}\n`));
  folder.fail({ at: "write", effect: "NOT_STORED", code: "EIO" });
  await log.append(access("during")).catch(() => {});
  clock.move(logLimits.pauseMillisecondsMax);
  await log.append(access("after"));
  expect(ids(folder)).toEqual(["before", "after"]);
  expect(folder.verify().faults).toEqual([
    { file: "a1/access-2026/journal-000002.jsonl", line: 0, code: "PREDECESSOR_DIFFERS" },
  ]);
});

test("A log whose end cannot be made durable does not open, and gives up its folder", async () => {
  const { folder } = await openWithOneEntry();
  const found = folder.afterKill();
  found.fail({ at: "sync", effect: "NOT_STORED", code: "EIO" });
  await expect(AccessLog.open(found, clock.read)).rejects.toMatchObject({ code: "WRITE_FAILED" });
  expect(found.events.at(-1)).toBe("release");
});
