import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportArguments } from "../../../gateway/audit/export/exportArguments.ts";
import { exportRecords } from "../../../gateway/audit/export/exportRecords.ts";
import { logCommand } from "../../../gateway/audit/logCommand.ts";
import { verifyLog } from "../../../gateway/audit/verifyLog.ts";
import { csvHead } from "../../../schema/accessExport/exportCsv.ts";
import { openWorld, type World } from "../../harness.ts";
import { access } from "./access.ts";
import { judgeBundle } from "./independentBundle.ts";
import { TreeWorld } from "./TreeWorld.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-export-"));
const [keyFile, out] = [join(folder, "key.pem"), join(folder, "out")];
const read = (name: string) => readFileSync(join(out, name), "utf8");
const control = { purpose: "DATA_PROTECTION_CONTROL", reason: "Stichprobe im Juni" };
const person = '{ person(personRef: "P-SHOWCASE0001") { familyName convictions { court } } }';
let world: World;
let pem: string;

beforeAll(async () => {
  world = await openWorld();
  for (const reason of ['=HYPERLINK("http://x","y")', " +1", "-1", "@SUM(A1)", "Anhörung, zweite", "\t=1"])
    await world.ask("rrk-muenster-caseworker", { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001", reason }, person);
  await world.ask("rrk-muenster-caseworker", { purpose: "CASE_MANAGEMENT" }, person);
  await world.post({ authorization: "Bearer x" }, JSON.stringify({ query: person }));
  pem = (await logCommand(["key", join(world.gateway.settings.dataFolder, "access-log-key.pem")], {})).output;
  writeFileSync(keyFile, pem);
  const order = exportArguments(
    ["--url", world.gateway.url, "--reason", control.reason, "--office", "RRK_MUENSTER", out],
    { SICHTFELD_TOKEN: await world.token("dpo") },
  );
  if (typeof order === "string") throw new Error(order);
  expect(await exportRecords(order, () => {})).toBe(7);
});

afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const verified = (bundle = "bundle.jsonl", ...more: readonly string[]) =>
  logCommand(["verify-bundle", join(out, bundle), "--key", keyFile, ...more], {});

describe("An export of access records", () => {
  test("verifies elsewhere, by the public key and its own files alone, by the command and by an implementation from the specifications", async () => {
    const documents = ["--csv", join(out, "records.csv"), "--json-lines", join(out, "records.jsonl")];
    expect(await verified("bundle.jsonl", ...documents)).toEqual({
      output: "7 records proven, 0 data subjects of them not told.\nThe bundle verifies.\n",
      holds: true,
    });
    const { ids, wrong } = judgeBundle(read("bundle.jsonl"), pem);
    expect(wrong).toEqual([]);
    const told = read("records.jsonl")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(ids).toEqual(told.map(({ id }) => id));
    expect(told.at(-1)).toMatchObject({
      office: "RRK_MUENSTER",
      caseRef: "FM-2026-0001",
      reason: '=HYPERLINK("http://x","y")',
      subjects: [{ personRef: "P-SHOWCASE0001" }],
    });
    expect(told.at(-1).subjects[0].disclosed).toContainEqual({ coordinate: "Person.familyName", rules: ["R-RRK-01"] });
    expect(told[0]).toMatchObject({ outcome: "REFUSED", refusalCode: "CASE_MISSING" });
  });

  test("is on record itself, as a question of the officer", () => {
    const { actor, reason, ...entry } = world.log().findLast(({ type }) => type === "operation");
    expect(entry).toMatchObject({ operationName: "AccessExport", office: "DPO_MUENSTER", outcome: "ANSWERED" });
    expect(world.named(reason)).toBe(control.reason);
    expect(actor).not.toBe("");
  });

  test("no longer verifies when a character of any of its lines is another, or a line is missing before one that needs it", async () => {
    const lines = read("bundle.jsonl").trimEnd().split("\n");
    const judged = async (changed: readonly string[]) => {
      writeFileSync(join(out, "changed.jsonl"), `${changed.join("\n")}\n`);
      return (await verified("changed.jsonl", "--json-lines", join(out, "records.jsonl"))).holds;
    };
    const survivors: string[] = [];
    for (const [number, line] of lines.entries()) {
      for (const at of [0, 9, Math.floor(line.length / 3), Math.floor(line.length / 2), line.length - 12]) {
        const other = line[at] === "a" ? "b" : "a";
        const changed = line.slice(0, at) + other + line.slice(at + 1);
        if (await judged(lines.with(number, changed))) survivors.push(`${number}: ${line.slice(at - 20, at + 20)}`);
      }
      if (await judged(lines.toSpliced(number, 1))) survivors.push(`without line ${number + 1}`);
    }
    expect(survivors).toEqual([]);
    expect(await judged(lines)).toBe(true);
    const { wrong } = judgeBundle(read("bundle.jsonl").replaceAll("RRK_MUENSTER", "RRK_DETMOLD"), pem);
    expect(wrong.length).toBeGreaterThan(0);
  });

  test("whose documents were changed afterwards is told apart from what its bundle proves", async () => {
    writeFileSync(join(out, "other.csv"), read("records.csv").replace("CASE_MISSING", "CASE_FOUND"));
    expect(await verified("bundle.jsonl", "--csv", join(out, "other.csv"))).toMatchObject({
      holds: false,
      output: expect.stringContaining("other.csv is not what the bundle proves."),
    });
  });

  test("is no bundle of a log that another key signs", async () => {
    const { publicKey } = generateKeyPairSync("ed25519");
    writeFileSync(join(folder, "other.pem"), publicKey.export({ type: "spki", format: "pem" }));
    const { holds, output } = await logCommand(
      ["verify-bundle", join(out, "bundle.jsonl"), "--key", join(folder, "other.pem")],
      {},
    );
    expect(holds).toBe(false);
    expect(output).toContain("CHECKPOINT_UNSIGNED");
  });

  test("as CSV has its columns in one order, and no cell that a spreadsheet takes for a formula", () => {
    expect(csvHead).toBe(
      "id,at,recordedAt,questionDate,outcome,refusalCode,count,kinds,actor,responsiblePerson,office,role,recipient,purpose,purposeCode,caseRef,askedCases," +
        "reason,operationName,operationHash,document,policyVersion,catalogueVersion,trace,withheld,tested,incidents,personRef,disclosed,rules,withheldOfSubject,facts,log,index\r\n",
    );
    const csv = read("records.csv");
    expect(csv.startsWith(csvHead)).toBe(true);
    expect(csv.split("\r\n")).toHaveLength(1 + 7 + 1);
    for (const cell of [`"'=HYPERLINK(""http://x"",""y"")"`, "'+1", "'-1", "'@SUM(A1)", `"Anhörung, zweite"`, "'=1"])
      expect(csv).toContain(`,${cell},`);
    expect(csv.split(/,|\r\n/).filter((cell) => /^"?\s*[=+\-@]/.test(cell))).toEqual([]);
  });

  test("of failed identifications there is none, but the officer reads them, with a proof each", async () => {
    const query = `{ failedIdentifications(first: 5, code: "UNAUTHENTICATED") { totalCount edges { node {
      code count proof { entry index } } } } }`;
    const { data, errors } = await world.ask("dpo", control, query);
    expect(errors).toEqual([]);
    const { totalCount, edges } = data.failedIdentifications;
    expect([totalCount, edges[0].node.code, edges[0].node.count]).toEqual([1, "UNAUTHENTICATED", 1]);
    expect(JSON.parse(edges[0].node.proof.entry)).toMatchObject({ type: "identification", code: "UNAUTHENTICATED" });
    const none = query.replace("UNAUTHENTICATED", "PROOF_INVALID");
    expect((await world.ask("dpo", control, none)).data.failedIdentifications.totalCount).toBe(0);
    const other = await world.ask("rrk-muenster-lead", { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" }, query);
    expect(other.errors[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("The data protection officer orders that a person is forgotten", () => {
  const reference = "P-SHOWCASE0001";
  const records = async () => {
    const query = `{ accessRecords(first: 1, filter: { personRef: "${reference}" }) { totalCount } }`;
    const { data, errors } = await world.ask("dpo", control, query);
    return errors[0]?.message ?? data.accessRecords.totalCount;
  };
  const order = async (persona: string, body: unknown, purpose = control.purpose) => {
    const instance = world.log()[0] && readdirSync(world.gateway.settings.logFolder)[0];
    const response = await fetch(`${world.gateway.url}/log/${instance}/erasures`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await world.token(persona)}`,
        "access-purpose": purpose,
        "access-case": "FM-2026-0001",
        "access-reason": "Anordnung",
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
    return [response.status, await response.json()] as const;
  };
  const because = "Art. 17 (1) GDPR, order of 15 June 2026";

  test("nobody else can, nor without a norm or order, and each attempt is on record as refused", async () => {
    const [status] = await order("rrk-muenster-lead", { persons: [reference], because }, "CASE_MANAGEMENT");
    expect(status).toBe(404);
    expect(world.log().findLast(({ type }) => type === "operation")).toMatchObject({ refusalCode: "NOT_FOUND_ROUTE" });
    expect((await order("dpo", { persons: [reference] }))[0]).toBe(400);
    expect((await order("dpo", { persons: [], because }))[0]).toBe(400);
    // What no database stores would stand in the log for good, and no reader could take it in.
    for (const end of ["\0", "\ud800", "\u202e", "\n"])
      expect((await order("dpo", { persons: [reference], because: because + end }))[0]).toBe(400);
    expect(world.log().findLast(({ type }) => type === "operation")).toMatchObject({ outcome: "REFUSED" });
    expect(await records()).toBeGreaterThan(0);
  });

  test("and no shard can be ended before its day: nothing is erased, and that it was tried is on record", async () => {
    const [instance = ""] = readdirSync(world.gateway.settings.logFolder);
    const year = new Date().getUTCFullYear();
    const end = async (persona: string, shard: string, purpose = control.purpose) => {
      const response = await fetch(`${world.gateway.url}/log/${instance}/${shard}`, {
        method: "DELETE",
        headers: {
          authorization: `Bearer ${await world.token(persona)}`,
          "access-purpose": purpose,
          "access-case": "FM-2026-0001",
          "access-reason": "Anordnung",
        },
      });
      return [response.status, JSON.stringify(await response.json())] as const;
    };
    const [status, body] = await end("dpo", `access-${year}`);
    expect(status).toBe(409);
    expect(body).toContain(`kept until ${year + 2}-01-01 (§ 76 (4) BDSG`);
    expect(world.log().filter(({ refusalCode }) => refusalCode === "RETENTION_RUNS")).toMatchObject([
      { office: "DPO_MUENSTER", purpose: "DATA_PROTECTION_CONTROL", outcome: "REFUSED" },
    ]);
    expect(await end("rrk-muenster-lead", `access-${year}`, "CASE_MANAGEMENT")).toMatchObject([
      404,
      expect.stringContaining("NOT_FOUND"),
    ]);
    expect(await end("dpo", "policies")).toMatchObject([404, expect.stringContaining("NOT_FOUND")]);
    // What is not there is not ended, and nothing says that it was.
    expect((await end("dpo", `access-${year - 2}`))[0]).toBe(404);
    const told = () => world.log().filter(({ operationName }) => operationName === `end access-${year - 2}`);
    expect(told().map(({ outcome }) => outcome)).toEqual(["ATTEMPTED"]);
    const { logFolder, dataFolder } = world.gateway.settings;
    const old = new TreeWorld(instance, createPrivateKey(readFileSync(join(dataFolder, "access-log-key.pem"))));
    old.now = Date.UTC(year - 2, 5, 15);
    await old.live([[access("op-1")]]);
    const [shard, statement] = [`access-${year - 2}`, `ended-access-${year - 2}`].map((name) =>
      join(logFolder, instance, name),
    );
    cpSync(join(old.folder, instance, `access-${year - 2}`), shard ?? "", { recursive: true });
    old.remove();
    expect((await end("dpo", `access-${year - 2}`))[0]).toBe(200);
    expect([existsSync(shard ?? ""), existsSync(statement ?? "")]).toEqual([false, true]);
    expect(told().map(({ outcome }) => outcome)).toEqual(["ATTEMPTED", "ATTEMPTED", "ANSWERED"]);
    expect(await records()).toBeGreaterThan(0);
  });

  test("then no question finds accesses to the person any more, the log verifies, and the index is equal to it", async () => {
    expect(await order("dpo", { persons: [reference], cases: ["FM-2026-0001"], because })).toEqual([200, { rows: 2 }]);
    expect(await records()).toBe(0);
    const [erasure] = world.log().filter(({ type }) => type === "erasure");
    expect(erasure).toMatchObject({ because, tokens: [expect.any(String), expect.any(String)] });
    const ends = world.log().filter(({ operationName }) => operationName === "erasures");
    expect(ends.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(["ATTEMPTED", "ANSWERED"]));
    const faults = [...(await verifyLog(world.gateway.settings.logFolder)).values()].flatMap((each) => each.faults);
    expect(faults.filter(({ code }) => !["CHECKPOINT_INVALID"].includes(code))).toEqual([]);
    expect((await verified()).holds).toBe(true);
  });

  test("and a row that somebody takes out by hand makes every question say that the log is broken", async () => {
    await world.ask("rrk-muenster-caseworker", { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" }, person);
    // Each question for a person is on record for that person itself.
    const before = await records();
    expect(before).toBeGreaterThan(0);
    const shard = join(
      world.gateway.settings.logFolder,
      readdirSync(world.gateway.settings.logFolder)[0] ?? "",
      "access-",
    );
    const folderOfShard = `${shard}${new Date().getUTCFullYear()}`;
    const files = readdirSync(folderOfShard).filter((name) => name.startsWith("keys-"));
    const [newest = ""] = files.toSorted().reverse();
    renameSync(join(folderOfShard, newest), join(folder, newest));
    expect(await records()).toMatch(/Rows of the key table are missing that no erasure on record names/);
    renameSync(join(folder, newest), join(folderOfShard, newest));
    expect(await records()).toBeGreaterThan(before);
  });
});

test.each([
  [["out"], {}, "SICHTFELD_TOKEN: give an access token."],
  [["out"], { SICHTFELD_TOKEN: "t" }, "--reason: state what the export is for."],
  [["--reason", "x"], { SICHTFELD_TOKEN: "t" }, "Name a new folder."],
  [["--rank"], { SICHTFELD_TOKEN: "t" }, "Unknown option '--rank'"],
])("npm run access-export -- %j says what is missing", (given, environment, expected) => {
  expect(() => exportArguments(given, environment)).toThrow(expected);
});
