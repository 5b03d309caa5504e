import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { logFilesInOrder } from "../../../schema/accessLogNames.ts";
import { checkIndex } from "../../../subgraphs/audit/checkIndex.ts";
import { indexLog } from "../../../subgraphs/audit/indexLog.ts";
import { decision, identification, keyRow, operation, subject } from "../../../subgraphs/audit/tables.ts";
import { access } from "../../gateway/audit/access.ts";
import { type AuditWorld, openAuditWorld } from "./auditWorld.ts";

let world: AuditWorld;

beforeAll(async () => {
  world = await openAuditWorld();
});

beforeEach(() => world.reset());

afterAll(() => world.close());

const shard = `access-${new Date().getUTCFullYear()}`;
const first = () => join(world.folder, "gateway-1", shard, "journal-000001.jsonl");

/** Ids in the index, and the code where reading the log ended at a fault. */
async function shown() {
  const fault = await indexLog(world.store.owner, world.folder).then(
    () => null,
    (error) => error.code,
  );
  const rows = await world.store.owner.select({ id: operation.id }).from(operation).orderBy(asc(operation.id));
  return { ids: rows.map(({ id }) => id), fault };
}

/** Lines of all files of a kind, in their order. */
function linesOf(kind: "journal" | "keys") {
  return readdirSync(world.folder).flatMap((instance) =>
    logFilesInOrder(kind, readdirSync(join(world.folder, instance, shard))).flatMap((file) =>
      readFileSync(join(world.folder, instance, shard, file), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ),
  );
}

/** What the index should hold, by reading the files line by line and believing everything. */
function naively() {
  const entries = linesOf("journal").map(({ entry }) => entry);
  const persons = new Map(linesOf("keys").map(({ token, value }) => [token, value]));
  const disclosed = entries
    .filter(({ type }) => type === "subject")
    .map(({ operation: id, subject: token, disclosed: positions }) => {
      const { decision: decided } = entries.find((entry) => entry.type === "operation" && entry.id === id);
      const { allowed } = entries.find((entry) => entry.type === "decision" && entry.id === decided);
      return { id, personRef: persons.get(token) ?? null, fields: positions.map((each: number) => allowed[each]) };
    });
  return { ids: entries.filter(({ type }) => type === "operation").map(({ id }) => id), disclosed };
}

async function asIndexed() {
  const operations = await world.store.owner.select().from(operation);
  const decisions = await world.store.owner.select().from(decision);
  const subjects = await world.store.owner.select().from(subject);
  const rows = new Map((await world.store.owner.select().from(keyRow)).map(({ token, value }) => [token, value]));
  const disclosed = subjects.map(({ operationId, token, positions }) => {
    const decisionId = operations.find(({ id }) => id === operationId)?.decisionId;
    const decided = decisions.find(({ id }) => id === decisionId);
    const fields = positions.map((each) => ({ coordinate: decided?.coordinates[each], rules: decided?.rules[each] }));
    return { id: operationId, personRef: rows.get(token ?? "") ?? null, fields };
  });
  return { ids: operations.map(({ id }) => id), disclosed };
}

const sorted = <T>(values: readonly T[]) => values.map((value) => JSON.stringify(value)).sort();

test("The index equals a naive reading of the files, however often and wherever reading was interrupted", async () => {
  const people = Array.from({ length: 8 }, (_, each) => ({
    personRef: `P-${each % 5}`,
    coordinates: ["Person.personRef"],
  }));
  for (let round = 0; round < 4; round += 1) {
    for (const instance of ["gateway-1", "gateway-2"]) {
      const entries = Array.from({ length: 20 }, (_, each) =>
        access(`${instance}-${round}-${each}`, { subjects: people.slice(0, each % 9) }),
      );
      await world.record(instance, ...entries);
      if (round === 1) await world.restart(instance);
    }
    if (round !== 2) await indexLog(world.store.owner, world.folder);
  }
  for (const _ of ["again", "and again"]) {
    await indexLog(world.store.owner, world.folder);
    const [expected, found] = [naively(), await asIndexed()];
    expect(sorted(found.ids)).toEqual(sorted(expected.ids));
    expect(sorted(found.disclosed)).toEqual(sorted(expected.disclosed));
  }
});

test("One write of the log that is larger than what is read at once is indexed whole", async () => {
  const names = Array.from({ length: 1_300 }, (_, each) => `op-${String(each).padStart(4, "0")}`);
  await world.record("gateway-1", ...names.map((name) => access(name)));
  expect(statSync(first()).size).toBeGreaterThan(1024 * 1024);
  expect(await shown()).toEqual({ ids: names, fault: null });
});

test("An index that was dropped is filled again from the files with the same rows", async () => {
  await world.record("gateway-1", access("op-1"), access("op-2"));
  await indexLog(world.store.owner, world.folder);
  const before = await asIndexed();
  await world.dropIndex();
  await indexLog(world.store.owner, world.folder);
  expect(await asIndexed()).toEqual(before);
});

test("Readers that index at the same time store everything once", async () => {
  await world.record("gateway-1", ...Array.from({ length: 50 }, (_, each) => access(`op-${each}`)));
  await Promise.all(Array.from({ length: 5 }, () => indexLog(world.store.owner, world.folder)));
  const { ids, disclosed } = await asIndexed();
  expect([ids.length, disclosed.length]).toEqual([50, 50]);
});

test("What was put on record before a question is in its answer, however many ask at once", async () => {
  for (let round = 0; round < 5; round += 1) {
    const unrelated = [world.ask("{ accessRecords { totalCount } }"), world.ask("{ accessRecords { totalCount } }")];
    await world.record("gateway-1", access(`op-${round}`));
    const { data } = await world.ask("{ accessRecords { totalCount } }");
    expect(data.accessRecords.totalCount).toBe(round + 1);
    await Promise.all(unrelated);
  }
});

test("Before the first access there is no folder, and the answer is empty", async () => {
  rmSync(world.folder, { recursive: true });
  expect(await shown()).toEqual({ ids: [], fault: null });
});

test("An interrupted write is not indexed, neither while it is the end of the log nor after", async () => {
  await world.record("gateway-1", access("op-1"));
  await world.restart("gateway-1");
  appendFileSync(first(), '{"entry":{"actor":');
  expect(await shown()).toEqual({ ids: ["op-1"], fault: null });
  await world.record("gateway-1", access("op-2"));
  expect(await shown()).toEqual({ ids: ["op-1", "op-2"], fault: null });
});

test("A whole operation without its commit is not indexed: it may still be under way", async () => {
  await world.record("gateway-1", access("op-1"), access("op-2"));
  await world.restart("gateway-1");
  const lines = readFileSync(first(), "utf8").trimEnd().split("\n");
  const half = Buffer.byteLength(`${lines.slice(0, -1).join("\n")}\n`);
  truncateSync(first(), half);
  const { ids, fault } = await shown();
  expect(fault).toBeNull();
  expect(ids).not.toContain("op-2");
});

/** Ways to break a log of op-1 (indexed), op-2, a restart and op-3, and what is still shown. */
const faults: readonly (readonly [string, () => void, readonly string[]])[] = [
  ["a letter of op-2 is changed", () => rewrite((text) => text.replace('"op-2"', '"op-9"')), ["op-1"]],
  ["op-2 is taken out", () => rewrite((text) => text.replace(/^.*"op-2".*\n/gm, "")), ["op-1"]],
  ["the first segment is cut off before op-2", () => truncateSync(first(), 200), ["op-1"]],
  ["the first segment ends before op-2", () => rewrite((text) => text.slice(0, text.search(/^.*"op-2"/m))), ["op-1"]],
  ["the first segment is gone", () => rmSync(first()), ["op-1"]],
  ["the instance is gone", () => rmSync(join(world.folder, "gateway-1"), { recursive: true }), ["op-1"]],
  [
    "a later segment is put under another name",
    () => renameSync(second(), second().replace("2.jsonl", "3.jsonl")),
    ["op-1", "op-2"],
  ],
];
const second = () => join(world.folder, "gateway-1", shard, "journal-000002.jsonl");
const rewrite = (change: (text: string) => string) => writeFileSync(first(), change(readFileSync(first(), "utf8")));

test.each(faults)(
  "When %s, the index stops before it and the question is answered LOG_BROKEN",
  async (_words, breakIt, expected) => {
    await world.record("gateway-1", access("op-1"));
    await world.record("gateway-2", access("other-1"));
    await indexLog(world.store.owner, world.folder);
    await world.record("gateway-1", access("op-2"));
    await world.restart("gateway-1");
    await world.record("gateway-1", access("op-3"));
    await world.record("gateway-2", access("other-2"));
    const keys = [first(), second()].map((file) => file.replace("journal-", "keys-"));
    const kept = new Map([first(), second(), ...keys.filter(existsSync)].map((file) => [file, readFileSync(file)]));
    breakIt();
    const reply = await world.ask("{ accessRecords { totalCount } }");
    expect(reply).toMatchObject({ data: { accessRecords: null }, codes: ["LOG_BROKEN"] });
    expect(reply.messages[0]).toContain("gateway-1");
    expect(reply.messages[0]).not.toContain(world.folder);
    // What another gateway wrote is indexed all the same.
    expect(await shown()).toEqual({ ids: [...expected, "other-1", "other-2"], fault: "LOG_BROKEN" });

    rmSync(second().replace("2.jsonl", "3.jsonl"), { force: true });
    mkdirSync(join(world.folder, "gateway-1", shard), { recursive: true });
    for (const [file, bytes] of kept) writeFileSync(file, bytes);
    expect(await shown()).toEqual({ ids: ["op-1", "op-2", "op-3", "other-1", "other-2"], fault: null });
  },
);

test("A key table with a row that does not prove itself is LOG_BROKEN", async () => {
  await world.record("gateway-1", access("op-1"));
  const file = first().replace("journal-", "keys-");
  writeFileSync(file, readFileSync(file, "utf8").replace("P-SHOWCASE0001", "P-SHOWCASE0002"));
  const { codes, messages } = await world.ask("{ accessRecords { totalCount } }");
  expect(codes).toEqual(["LOG_BROKEN"]);
  expect(messages[0]).toContain("keys-000001.jsonl");
});

test("A row that is erased from the key table is gone from the index: the record stays and names nobody", async () => {
  await world.record("gateway-1", access("op-1"));
  await indexLog(world.store.owner, world.folder);
  await world.forget("gateway-1", "P-SHOWCASE0001");
  const { data } = await world.ask("{ accessRecords { edges { node { id caseRef subjects { personRef } } } } }");
  expect(data.accessRecords.edges).toEqual([
    { node: { id: "op-1", caseRef: "FM-2026-0001", subjects: [{ personRef: null }] } },
  ]);
  expect((await checkIndex(world.store.owner, world.folder)).differences).toEqual([]);
});

test.each([
  ["in a file of the next number", "000002"],
  ["in the file as it was named", "000001"],
])(
  "A row that is taken out of the key table by hand, %s, is LOG_BROKEN until it is put back",
  async (_words, number) => {
    await world.record("gateway-1", access("op-1"));
    await indexLog(world.store.owner, world.folder);
    await world.restart("gateway-1");
    const file = first().replace("journal-", "keys-");
    const rows = readFileSync(file, "utf8");
    rmSync(file);
    const other = file.replace("000001", number);
    writeFileSync(
      other,
      `${rows
        .trimEnd()
        .split("\n")
        .filter((row) => !row.includes("P-SHOWCASE0001"))
        .join("\n")}\n`,
    );
    expect((await world.ask("{ accessRecords { totalCount } }")).codes).toEqual(["LOG_BROKEN"]);
    rmSync(other);
    writeFileSync(file, rows);
    expect((await world.ask("{ accessRecords { totalCount } }")).codes).toEqual([]);
  },
);

test("Failed identifications are in the index, counted", async () => {
  await world.fail("gateway-1", "UNAUTHENTICATED", 3);
  await indexLog(world.store.owner, world.folder);
  const rows = await world.store.owner.select().from(identification);
  expect(rows).toMatchObject([{ code: "UNAUTHENTICATED", count: 1, leaf: 0 }]);
});

test("A log that cannot be read is LOG_UNREADABLE, without its path", async () => {
  rmSync(world.folder, { recursive: true });
  writeFileSync(world.folder, "");
  const { codes, messages } = await world.ask("{ accessRecords { totalCount } }");
  expect(codes).toEqual(["LOG_UNREADABLE"]);
  expect(messages[0]).not.toContain(world.folder);
});

test("What was indexed of a write that failed is taken back when the gateway has cut it off, and the index is equal to the log again", async () => {
  let now = Date.now();
  let failing = false;
  const disk = await openLogFolder(world.folder, "gateway-9");
  const onFaultyDisk = {
    ...disk,
    async shard(name: string) {
      const folder = await disk.shard(name);
      const create = async (file: string) => {
        const open = await folder.create(file);
        const sync = async () => {
          if (!failing) return open.sync();
          failing = false;
          await indexLog(world.store.owner, world.folder);
          throw new Error("EIO");
        };
        return { ...open, sync };
      };
      return { ...folder, create };
    },
  };
  const log = await AccessLog.open(onFaultyDisk, () => now);
  await log.append(access("op-1"));
  failing = true;
  await expect(log.append(access("op-2"))).rejects.toMatchObject({ code: "WRITE_FAILED" });
  const indexedIds = async () =>
    (await world.store.owner.select({ id: operation.id }).from(operation).orderBy(asc(operation.id))).map(
      ({ id }) => id,
    );
  expect(await indexedIds()).toEqual(["op-1", "op-2"]);
  now += 60_000;
  await log.append(access("op-3"));
  await log.close();
  await indexLog(world.store.owner, world.folder);
  expect(await indexedIds()).toEqual(["op-1", "op-3"]);
  expect((await checkIndex(world.store.owner, world.folder)).differences).toEqual([]);
});
