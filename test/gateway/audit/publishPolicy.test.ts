import { describe, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { publishPolicy } from "../../../gateway/audit/publishPolicy.ts";
import type { PolicyRecord } from "../../../schema/policyRecord/PolicyRecord.ts";
import { policyInForce } from "../../../schema/policyRecord/policyFile.ts";
import { access } from "./access.ts";
import { MemoryLogFolder } from "./MemoryLogFolder.ts";

const at = new Date("2026-06-15T08:00:00Z");
const record = (version: string): PolicyRecord => ({
  v: 1,
  version,
  rights: [],
  denials: [],
  fields: [],
  rules: [],
  prohibitions: [],
  purposes: [],
  roles: [],
});
const [first, second] = [record("0123456789abcdef"), record("fedcba9876543210")];
const policies = async (disk: MemoryLogFolder) => (await disk.shard("policies")).list();
const read = async (disk: MemoryLogFolder, name: string) => (await disk.shard("policies")).read(name);

describe("A policy that comes into force is on record beside the log", () => {
  test("durably, whole, and in the order in which they came", async () => {
    const disk = new MemoryLogFolder();
    for (const each of [first, second, first]) await publishPolicy(disk, each, at);
    const kept = disk.afterPowerLoss();
    expect(await policies(kept)).toEqual([
      "policy-000001-0123456789abcdef.json",
      "policy-000002-fedcba9876543210.json",
      "policy-000003-0123456789abcdef.json",
    ]);
    const [name = ""] = await policies(kept);
    expect(policyInForce.parse(JSON.parse(String(await read(kept, name))))).toEqual({
      since: at.toISOString(),
      record: first,
    });
  });

  test("once, though the gateway starts again with it", async () => {
    const disk = new MemoryLogFolder();
    await publishPolicy(disk, first, at);
    await publishPolicy(disk.afterKill(), first, at);
    await publishPolicy(disk, first, at);
    expect(await policies(disk)).toHaveLength(1);
  });

  test("anew, where the first write was cut short", async () => {
    const disk = new MemoryLogFolder();
    await publishPolicy(disk, first, at);
    const [name = ""] = await policies(disk);
    disk.overwrite(`policies/${name}`, (await read(disk, name)).subarray(0, 40));
    await publishPolicy(disk, first, at);
    expect(await policies(disk)).toHaveLength(2);
  });

  test("though a write takes half of the bytes at a time", async () => {
    const disk = new MemoryLogFolder();
    disk.fail({ at: "write", effect: "SHORT", code: "" });
    await publishPolicy(disk, first, at);
    const [name = ""] = await policies(disk);
    expect(JSON.parse(String(await read(disk.afterPowerLoss(), name))).record).toEqual(first);
  });

  test.for([
    ["create", "NOT_STORED"],
    ["create", "STORED"],
    ["write", "NOT_STORED"],
    ["write", "STORED"],
    ["sync", "NOT_STORED"],
    ["sync", "STORED"],
    ["syncEntries", "NOT_STORED"],
    ["syncEntries", "STORED"],
  ] as const)("or does not come into force: %s fails, %s", async ([operation, effect]) => {
    const disk = new MemoryLogFolder();
    disk.fail({ at: operation, effect, code: "EIO" });
    await expect(publishPolicy(disk, first, at)).rejects.toMatchObject({ code: "WRITE_FAILED" });
  });

  test("and is no part of the log, which verifies as before", async () => {
    const disk = new MemoryLogFolder();
    await publishPolicy(disk, first, at);
    const log = await AccessLog.open(disk);
    await log.append(access("a"));
    await publishPolicy(disk, second, at);
    await log.append(access("b"));
    await log.close();
    expect(disk.verify()).toMatchObject({ faults: [], operations: [expect.anything(), expect.anything()] });
  });
});
