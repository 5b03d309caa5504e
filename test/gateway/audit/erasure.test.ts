import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { readKeys } from "../../../schema/accessLogKeys.ts";
import { access } from "./access.ts";
import { type DiskFault, MemoryLogFolder } from "./MemoryLogFolder.ts";
import { TestClock } from "./TestClock.ts";
import { TreeWorld } from "./TreeWorld.ts";

const order = {
  id: "e-1",
  at: "2026-06-15T08:00:00.000Z",
  actor: "dpo-1",
  because: "Art. 17 (1) GDPR, order of 15 June",
};
const forgotten = { persons: ["P-GONE"], cases: ["FM-GONE"], reasons: [] };
const of = (id: string, personRef: string, caseRef = "FM-KEPT") =>
  access(id, { caseRef, subjects: [{ personRef, coordinates: ["Person.personRef"] }] });

/** Values in the key table of a disk in memory, in order, each once. */
const named = (folder: MemoryLogFolder) =>
  [...new Set(folder.files("keys").flatMap(({ bytes }) => readKeys(bytes).rows.map(({ value }) => value)))].sort();
/** What stands behind the person's token of each entry. */
function subjectsOf(folder: MemoryLogFolder): readonly string[] {
  const rows = folder.files("keys").flatMap(({ bytes }) => readKeys(bytes).rows);
  const values = new Map(rows.map(({ token, value }) => [token, value]));
  return folder
    .verify()
    .operations.map(({ operation, subjects }) => `${operation.id} ${values.get(subjects[0]?.subject ?? "") ?? "?"}`);
}

async function written() {
  const clock = new TestClock("2026-06-15T08:00:00Z");
  const folder = new MemoryLogFolder();
  const log = await AccessLog.open(folder, clock.read);
  await log.append(of("1", "P-GONE", "FM-GONE"));
  await log.append(of("2", "P-KEPT"));
  return { clock, folder, log };
}

describe("Erasing one data subject's row of the key table", () => {
  test("leaves every entry as it is, names nobody in those of the person, and is on record with who ordered it and why", async () => {
    const { folder, log } = await written();
    const before = folder.verify().operations;
    expect(await log.erase(order, forgotten)).toBe(2);
    expect(folder.verify().faults).toEqual([]);
    expect(folder.verify().operations).toEqual(before);
    expect(subjectsOf(folder)).toEqual(["1 ?", "2 P-KEPT"]);
    expect(named(folder)).toEqual(["FM-KEPT", "P-KEPT", "Prüfung"]);
    const journal = folder
      .segments()
      .map(({ bytes }) => String(bytes))
      .join("");
    expect(journal).toContain(`"actor":"dpo-1","at":"${order.at}","because":"${order.because}","id":"e-1"`);
    expect(journal).not.toContain("P-GONE");
  });

  test("has the person under a new token when there is another access, which a further order erases as well", async () => {
    const { folder, log } = await written();
    await log.erase(order, forgotten);
    await log.append(of("3", "P-GONE"));
    expect(subjectsOf(folder)).toEqual(["1 ?", "2 P-KEPT", "3 P-GONE"]);
    expect(await log.erase({ ...order, id: "e-2" }, forgotten)).toBe(1);
    expect(subjectsOf(folder)).toEqual(["1 ?", "2 P-KEPT", "3 ?"]);
    expect(folder.verify().faults).toEqual([]);
  });

  test("of somebody who is not in the log changes nothing and leaves no entry", async () => {
    const { folder, log } = await written();
    const untouched = folder.events.length;
    expect(await log.erase(order, { persons: ["P-NOBODY"], cases: [], reasons: [] })).toBe(0);
    expect(folder.events.length).toBe(untouched);
  });

  test("while a hundred accesses to the person are under way answers all of them, and none has a token that nothing explains", async () => {
    const { folder, log } = await written();
    const accesses = Array.from({ length: 100 }, (_, each) => log.append(of(`x-${each}`, "P-GONE")));
    const [rows] = await Promise.all([log.erase(order, forgotten), ...accesses]);
    expect(rows).toBeGreaterThanOrEqual(2);
    expect(folder.verify().operations).toHaveLength(102);
    expect(folder.verify().faults).toEqual([]);
  });
});

const faults: readonly DiskFault[] = [
  { at: "order", effect: "NOT_STORED", code: "EIO" },
  { at: "order", effect: "STORED", code: "EIO" },
  { at: "write", effect: "NOT_STORED", code: "ENOSPC", of: "journal" },
  { at: "sync", effect: "STORED", code: "EIO", of: "journal" },
  { at: "create", effect: "NOT_STORED", code: "ENOSPC", of: "keys" },
  { at: "create", effect: "STORED", code: "EIO", of: "keys" },
  { at: "write", effect: "SHORT", code: "ENOSPC", of: "keys" },
  { at: "sync", effect: "NOT_STORED", code: "EIO", of: "keys" },
  { at: "sync", effect: "STORED", code: "EIO", of: "keys" },
  { at: "destroy", effect: "NOT_STORED", code: "EIO" },
  { at: "destroy", effect: "STORED", code: "EIO" },
];
const interruptions = {
  "the process is killed": (folder: MemoryLogFolder) => folder.afterKill(),
  "power is lost": (folder: MemoryLogFolder) => folder.afterPowerLoss(),
  "service goes on": (folder: MemoryLogFolder) => folder,
} as const;

describe.each(faults.map((fault) => [`${fault.at} ${fault.effect}`, fault] as const))(
  "%s while rows are erased",
  (_words, fault) => {
    test.each(Object.entries(interruptions))(
      "then %s: the order is carried out whole or not at all, is on record if it is, and nobody else is forgotten",
      async (_after, interrupt) => {
        const { clock, folder, log } = await written();
        folder.fail(fault);
        await expect(log.erase(order, forgotten)).rejects.toMatchObject({ code: "WRITE_FAILED" });
        const found = interrupt(folder);
        clock.move(60_000);
        const next = found === folder ? log : await AccessLog.open(found, clock.read);
        await next.finishErasing();
        const isOnRecord = found.segments().some(({ bytes }) => bytes.includes('"type":"erasure"'));
        const left = isOnRecord
          ? ["FM-KEPT", "P-KEPT", "Prüfung"]
          : ["FM-GONE", "FM-KEPT", "P-GONE", "P-KEPT", "Prüfung"];
        expect(named(found)).toEqual(left);
        await next.append(of("3", "P-GONE"));
        expect(subjectsOf(found)).toEqual([isOnRecord ? "1 ?" : "1 P-GONE", "2 P-KEPT", "3 P-GONE"]);
        expect(found.verify().faults).toEqual([]);
        // Whoever orders it again has it erased, whatever came of the first order.
        expect(await next.erase({ ...order, id: "e-2" }, forgotten)).toBeGreaterThan(0);
        expect(subjectsOf(found)).toEqual(["1 ?", "2 P-KEPT", "3 ?"]);
        expect(found.verify().faults).toEqual([]);
      },
    );
  },
);

describe("On a disk", () => {
  let world: TreeWorld;
  afterEach(() => world.remove());

  test("no file holds the old row any more, tree and journal verify, also of the year before, in which nothing is written", async () => {
    world = new TreeWorld();
    await world.live([[of("1", "P-GONE", "FM-GONE"), of("2", "P-KEPT")]]);
    world.now = Date.UTC(2027, 0, 5);
    await world.live([[of("3", "P-GONE")]]);
    const keys = join(world.shard, "keys-000001.jsonl");
    const rows = readFileSync(keys, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const old = rows.filter(({ value }) => /GONE/.test(value)).map(({ key }) => key);
    expect(old).toHaveLength(2);
    const folder = await openLogFolder(world.folder, "a1");
    const log = await AccessLog.open(folder, () => world.now);
    expect(await log.erase(order, forgotten)).toBe(3);
    await log.close();
    const files = readdirSync(world.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    for (const { parentPath, name } of files) {
      const text = readFileSync(join(parentPath, name), "utf8");
      for (const gone of [...old, "GONE"]) expect(text).not.toContain(gone);
    }
    expect(files.map(({ name }) => name).filter((name) => /erasing|\.draft|keys-000001/.test(name))).toEqual([]);
    expect(await world.faults()).toEqual([]);
  });

  test("a row that is taken out by hand is noticed, and so is an order that was never given", async () => {
    world = new TreeWorld();
    await world.live([[of("1", "P-GONE"), of("2", "P-KEPT")]]);
    const keys = join(world.shard, "keys-000001.jsonl");
    const lines = readFileSync(keys, "utf8").split("\n");
    writeFileSync(keys, lines.filter((line) => !line.includes("P-GONE")).join("\n"));
    expect(await world.faults()).toEqual(["KEY_MISSING a1/access-2026/keys"]);
  });
});
