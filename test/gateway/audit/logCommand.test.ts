import { createPublicKey } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { logCommand } from "../../../gateway/audit/logCommand.ts";
import { rawPublicKey, verifierKey } from "../../../schema/tlog/noteKey.ts";
import { access } from "./access.ts";
import { TreeWorld } from "./TreeWorld.ts";

const world = new TreeWorld();
const file = (name: string) => join(world.folder, name);
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

afterAll(() => world.remove());

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
    const other = new TreeWorld();
    Object.assign(other, { key: world.key });
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

  test("-- key prints the public half alone", async () => {
    writeFileSync(file("private.pem"), world.key.export({ type: "pkcs8", format: "pem" }));
    expect((await run("key", file("private.pem"))).output).toBe(readFileSync(file("key.pem"), "utf8"));
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
