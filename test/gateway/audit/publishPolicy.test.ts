import { describe, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { publishPolicy } from "../../../gateway/audit/publishPolicy.ts";
import { verifyPolicies } from "../../../gateway/audit/verifyPolicies.ts";
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
      expect.stringMatching(/^policy-000001-0123456789abcdef-[0-9a-f]{64}\.json$/),
      expect.stringMatching(/^policy-000002-fedcba9876543210-[0-9a-f]{64}\.json$/),
      expect.stringMatching(/^policy-000003-0123456789abcdef-[0-9a-f]{64}\.json$/),
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

describe("A policy that is on record is verified by the hash in its name", () => {
  const verified = async (disk: MemoryLogFolder) => {
    const folder = await disk.shard("policies");
    const files = await folder.list();
    const bytes = new Map(await Promise.all(files.map(async (file) => [file, await folder.read(file)] as const)));
    const read = (file: string) => bytes.get(file) ?? Buffer.alloc(0);
    const { faults } = verifyPolicies({ name: "a1/policies", files, read });
    return faults.map(({ file, code }) => `${code} ${file.replace(/-[0-9a-f]{64}/, "")}`);
  };

  test("whatever byte of it has a bit flipped", async () => {
    const disk = new MemoryLogFolder();
    for (const each of [first, second, first]) await publishPolicy(disk, each, at);
    expect(await verified(disk)).toEqual([]);
    const [name = ""] = await policies(disk);
    const whole = await read(disk, name);
    for (const place of whole.keys()) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(whole.readUInt8(place) ^ 1, place);
      disk.overwrite(`policies/${name}`, changed);
      expect(await verified(disk)).toEqual(["POLICY_DIFFERS a1/policies/policy-000001-0123456789abcdef.json"]);
    }
  });

  test("and one whose writing was interrupted is passed over once it is written anew", async () => {
    const disk = new MemoryLogFolder();
    await publishPolicy(disk, first, at);
    const [name = ""] = await policies(disk);
    disk.overwrite(`policies/${name}`, (await read(disk, name)).subarray(0, 40));
    expect(await verified(disk)).toEqual(["POLICY_DIFFERS a1/policies/policy-000001-0123456789abcdef.json"]);
    await publishPolicy(disk, first, at);
    expect(await verified(disk)).toEqual([]);
  });
});
