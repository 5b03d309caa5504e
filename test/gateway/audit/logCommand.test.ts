import { createPublicKey } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { logCommand } from "../../../gateway/audit/logCommand.ts";
import { verifyLog } from "../../../gateway/audit/verifyLog.ts";
import type { OperationEntry } from "../../../schema/accessLogFormat.ts";
import { rawPublicKey, verifierKey } from "../../../schema/tlog/noteKey.ts";
import { access } from "./access.ts";
import { TreeWorld } from "./TreeWorld.ts";

const world = new TreeWorld();
/** Where whoever judges the log keeps what is needed for it. */
const kept = mkdtempSync(join(tmpdir(), "sichtfeld-kept-"));
const file = (name: string) => join(kept, name);
const run = (...given: readonly string[]) => logCommand(given, {});

beforeAll(async () => {
  writeFileSync(file("key.pem"), createPublicKey(world.key).export({ type: "spki", format: "pem" }));
  const key = { name: world.origin, type: "signature", publicKey: rawPublicKey(world.key) } as const;
  writeFileSync(file("vkey"), `${verifierKey(key)}\n`);
  writeFileSync(file("none.pem"), "none");
  await world.live([[access("op-1"), access("op-2")]]);
  copyFileSync(join(world.shard, "checkpoint"), file("earlier"));
  await world.live([Array.from({ length: 200 }, (_, each) => access(`later-${each}`))]);
});

afterAll(() => {
  world.remove();
  rmSync(kept, { recursive: true, force: true });
});

describe("npm run log", () => {
  test.each(["key.pem", "vkey"])("-- verify, with the public key as %s", async (key) => {
    expect(await run("verify", world.folder, "--key", file(key))).toEqual({
      output:
        "a1/access-2026: 406 entries, 406 under the checkpoint, 0 interrupted writes set aside, 0 faults\nThe log verifies.\n",
      holds: true,
    });
  });

  test.each(["op-2", "later-7", "0", "405"])("-- prove %s", async (wanted) => {
    const { output, holds } = await run("prove", world.shard, wanted, "--key", file("key.pem"));
    expect(holds).toBe(true);
    const { entry, index, size } = JSON.parse(output);
    expect(size).toBe(406);
    if (/^\d+$/.test(wanted)) expect(index).toBe(Number(wanted));
    else expect(JSON.parse(entry)).toMatchObject({ type: "operation", id: wanted });
  });

  test("-- consistency with a checkpoint that was kept", async () => {
    const { output, holds } = await run("consistency", world.shard, file("earlier"), "--key", file("key.pem"));
    expect(holds).toBe(true);
    expect(JSON.parse(output)).toMatchObject({ earlier: readFileSync(file("earlier"), "utf8"), holds: true });
  });

  test("-- consistency with a checkpoint of another history does not hold", async () => {
    const other = new TreeWorld("a1", world.key);
    await other.live([[access("another"), access("history")]]);
    const { holds } = await run("consistency", world.shard, join(other.shard, "checkpoint"), "--key", file("key.pem"));
    expect(holds).toBe(false);
    other.remove();
  });

  test("-- verify says what is wrong", async () => {
    const journal = join(world.shard, "journal-000001.jsonl");
    const before = readFileSync(journal, "utf8");
    writeFileSync(journal, before.replace("op-1", "op-9"));
    const { output, holds } = await run("verify", world.folder, "--key", file("key.pem"));
    writeFileSync(journal, before);
    expect(holds).toBe(false);
    expect(output).toContain("a1/access-2026/journal-000001.jsonl line 4: LINE_BROKEN.");
    expect(output).toContain("The log does not verify.");
  });

  test.each(["a1/planted.txt", "a1/access-20266/checkpoint", "planted.jsonl", "b 2/access-2026/checkpoint"])(
    "-- verify tells of %s, which belongs to nothing",
    async (planted) => {
      const path = join(world.folder, planted);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "");
      const { output, holds } = await run("verify", world.folder, "--key", file("key.pem"));
      const [, stray = ""] = /^(a1\/[^/]+|[^/]+)/.exec(planted) ?? [];
      rmSync(join(world.folder, stray), { recursive: true });
      expect(holds).toBe(false);
      expect(output).toContain(`  ${stray}: FILE_UNKNOWN. A file does not belong there.`);
      expect((await run("verify", world.folder, "--key", file("key.pem"))).holds).toBe(true);
    },
  );

  test("-- verify leaves alone what a gateway, an officer and a file system have there", async () => {
    const own = [
      "a1/lock",
      "a1/erasing.json.draft",
      "a1/ended-access-2020.draft",
      "policy-draft-0123456789abcdef.json",
    ];
    for (const each of own) writeFileSync(join(world.folder, each), "");
    mkdirSync(join(world.folder, "lost+found"));
    expect(await run("verify", world.folder, "--key", file("key.pem"))).toMatchObject({ holds: true });
    for (const each of [...own, "lost+found"]) rmSync(join(world.folder, each), { recursive: true });
  });

  test("-- end of a shard before its day ends nothing, and is on record", async () => {
    const end = (shard: string, ...args: string[]) =>
      run("end", world.folder, "--shard", shard, "--signing-key", world.keyFile, ...args);
    await expect(end("a1/access-2026")).rejects.toThrow("end: name --actor. See npm run log -- --help.");
    await expect(end("a1/access-2020", "--actor", "OPS-1")).rejects.toThrow("holds no shard a1/access-2020");
    expect(await end("a1/access-2026", "--actor", "OPS-1")).toEqual({
      output: "a1/access-2026 (until 2028-01-01): kept.\nNothing was erased; the attempt is on record.\n",
      holds: false,
    });
    const operations: OperationEntry[] = [];
    const verified = await verifyLog(
      world.folder,
      (lines) => operations.push(...lines.operations.map(({ operation }) => operation)),
      world.publicKey,
    );
    expect([...verified.values()].flatMap(({ faults }) => faults)).toEqual([]);
    expect(operations.filter(({ actor }) => actor === "OPS-1")).toMatchObject([
      {
        kinds: ["ERASE"],
        outcome: "REFUSED",
        refusalCode: "RETENTION_RUNS",
        operationName: "end a1/access-2026",
        office: "OPERATOR",
        role: "OPERATOR",
        recipient: null,
      },
    ]);
    rmSync(join(world.folder, "tasks"), { recursive: true });
  });

  test("-- key prints the public half alone", async () => {
    expect((await run("key", world.keyFile)).output).toBe(readFileSync(file("key.pem"), "utf8"));
  });

  test.each([
    [["verify"], "--key: name the file of the log's public key."],
    [["verify", "nowhere", "--key", "key.pem"], "nowhere is no folder of an access log."],
    [["verify", ".", "--key", "none.pem"], "must be a readable Ed25519 public key"],
    [["prove"], "prove: name the folder of a shard."],
    [["prove", "SHARD", "op-7", "--key", "key.pem"], "There is no entry op-7"],
    [["prove", "SHARD", "406", "--key", "key.pem"], "There is no entry 406"],
    [["burn"], "There is no command burn."],
    [["--burn"], "Unknown option '--burn'. See npm run log -- --help."],
  ])("%j: %s", async (given, expected) => {
    const args = given.map((each) => (each.endsWith(".pem") ? file(each) : each === "SHARD" ? world.shard : each));
    await expect(run(...args)).rejects.toThrow(expected);
  });
});
