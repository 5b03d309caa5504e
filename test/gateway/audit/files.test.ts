import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { verifyLog } from "../../../gateway/audit/verifyLog.ts";
import { access } from "./access.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sichtfeld-log-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openLog = async (instance: string | null = null) => AccessLog.open(await openLogFolder(folder, instance));

/** Ids on record and faults, of all instances. */
async function verified() {
  const ids: string[] = [];
  const shards = await verifyLog(folder, ({ operations }) =>
    ids.push(...operations.map(({ operation }) => operation.id)),
  );
  return {
    ids,
    faults: [...shards.values()].flatMap(({ faults }) => faults),
    torn: [...shards.values()].flatMap(({ torn }) => torn.map(({ file }) => file)),
  };
}

function onlyInstance(): string {
  return readdirSync(folder)[0] ?? "";
}

test("A log that is closed and opened again keeps its instance and continues in a new segment", async () => {
  for (const name of ["op-1", "op-2"]) {
    const log = await openLog();
    await log.append(access(name));
    await log.close();
  }
  expect(readdirSync(folder)).toHaveLength(1);
  const year = new Date().getUTCFullYear();
  expect(readdirSync(join(folder, onlyInstance()))).toEqual([`access-${year}`]);
  expect(readdirSync(join(folder, onlyInstance(), `access-${year}`)).sort()).toEqual([
    "journal-000001.jsonl",
    "journal-000002.jsonl",
    "keys-000001.jsonl",
    "keys-000002.jsonl",
  ]);
  expect(await verified()).toEqual({ ids: ["op-1", "op-2"], faults: [], torn: [] });
});

test("A torn last line is told until a new segment names it, and it changes nothing before it", async () => {
  const first = await openLog();
  const { segment } = await first.append(access("op-1"));
  await first.close();
  appendFileSync(join(folder, segment), '{"entry":{"actor":"staff-1","at":"2026-');
  expect((await verified()).faults).toEqual([{ file: segment, line: null, code: "TAIL_TORN" }]);

  const second = await openLog();
  await second.append(access("op-2"));
  await second.close();
  expect(await verified()).toEqual({ ids: ["op-1", "op-2"], faults: [], torn: [segment.split("/")[2]] });

  appendFileSync(join(folder, segment), "x");
  expect((await verified()).faults).toMatchObject([{ code: "PREDECESSOR_DIFFERS" }]);
});

test("A second writer of the same instance is refused while the first lives", async () => {
  const log = await openLog();
  await expect(openLogFolder(folder, null)).rejects.toMatchObject({ code: "IN_USE" });
  await log.close();
  await (await openLog()).close();
});

test.each([
  ["a process of this host that has ended", { host: hostname(), pid: 999_999_999, token: "t" }, "opens"],
  ["an earlier process with this one's number", { host: hostname(), pid: process.pid, token: "t" }, "opens"],
  ["a process that did not live to write its lock", null, "opens"],
  ["a living process of this host", { host: hostname(), pid: process.ppid, token: "t" }, "IN_USE"],
  ["a process of another host", { host: "elsewhere", pid: 1, token: "t" }, "IN_USE"],
])("A lock of %s: %s", async (_words, holder, expected) => {
  mkdirSync(join(folder, "a1"));
  writeFileSync(join(folder, "a1", "lock"), holder === null ? "" : JSON.stringify(holder));
  const outcome = await openLogFolder(folder, "a1").then(
    (opened) => {
      opened.release();
      return "opens";
    },
    (error) => error.code,
  );
  expect(outcome).toBe(expected);
});

test.each([
  ["deleted", () => rmSync(folder, { recursive: true })],
  ["moved away", () => renameSync(folder, `${folder}-away`)],
])("Nothing gets a receipt while the folder of the log is %s", async (_, takeAway) => {
  const log = await openLog();
  await log.append(access("before"));
  takeAway();
  await expect(log.append(access("meanwhile"))).rejects.toThrow();
  await expect(log.append(access("still"))).rejects.toThrow();
  await log.close().catch(() => {});
  rmSync(`${folder}-away`, { recursive: true, force: true });
});

test("Two gateways write two instances into one folder, and together they are one log", async () => {
  const logs = [await openLog("gateway-1"), await openLog("gateway-2")];
  await Promise.all(logs.map((log, each) => log.append(access(`op-${each}`))));
  await Promise.all(logs.map((log) => log.close()));
  expect(await verified()).toEqual({ ids: ["op-0", "op-1"], faults: [], torn: [] });
  await expect(openLogFolder(folder, null)).rejects.toMatchObject({ code: "INSTANCE_UNCLEAR" });
});

test.each(["../elsewhere", "", "UPPER", "a/b"])("%j is no name of an instance", async (name) => {
  await expect(openLogFolder(folder, name)).rejects.toMatchObject({ code: "INSTANCE_UNCLEAR" });
});

test.skipIf(process.getuid?.() === 0)(
  "A folder that may not be written is refused when the log is opened",
  async () => {
    chmodSync(folder, 0o500);
    await expect(openLogFolder(folder, null)).rejects.toMatchObject({ code: "WRITE_FAILED" });
    chmodSync(folder, 0o700);
  },
);

test("After ten kills in the middle of writing, every access that had a receipt is on record once and the log verifies", async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 10; round += 1) acknowledged.push(...(await appendUntilKilled(round)));
  const log = await openLog();
  await log.append(access("last"));
  await log.close();

  const { ids, faults } = await verified();
  expect(faults).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((id) => !new Set(ids).has(id))).toEqual([]);
  expect(ids.length).toBe(new Set(ids).size);
});

/** Kills the process with SIGKILL once it has acknowledged some accesses; how many differs from round to round. */
async function appendUntilKilled(round: number): Promise<readonly string[]> {
  const script = fileURLToPath(new URL("appendUntilKilled.ts", import.meta.url));
  const child = spawn(process.execPath, [script, folder, String(round)], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === 5 + round * 7) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  return lines;
}

test("The lines of the log are canonical JSON in UTF-8, each with a newline", async () => {
  const log = await openLog("a1");
  const { segment } = await log.append(access("op-1"));
  await log.close();
  const lines = readFileSync(join(folder, segment), "utf8").split("\n");
  expect(lines.at(-1)).toBe("");
  expect(lines.map((line) => (line === "" ? null : JSON.parse(line).entry.type))).toEqual([
    "segment",
    "commit",
    "decision",
    "operation",
    "subject",
    "commit",
    null,
  ]);
});
