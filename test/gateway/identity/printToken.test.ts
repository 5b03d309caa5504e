import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { demonstrationIssuer } from "../../../gateway/identity/demonstrationIssuer.ts";
import { proofCommand } from "../../../gateway/identity/proofCommand.ts";
import { tokenCommand } from "../../../gateway/identity/tokenCommand.ts";
import { identifying } from "./identifying.ts";

const command = fileURLToPath(new URL("../../../gateway/identity/printToken.ts", import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sichtfeld-token-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The command in this process. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return tokenCommand([...args], { SICHTFELD_DATA: folder, NODE_ENV: "test", ...environment });
}

/** The command in a process of its own. */
function spawned(args: readonly string[]) {
  return new Promise<{ output: string; complaint: string; exitCode: number | null }>((resolve) => {
    const child = spawn(process.execPath, [command, ...args], {
      env: { ...process.env, SICHTFELD_DATA: folder, NODE_ENV: "test" },
    });
    let [output, complaint] = ["", ""];
    child.stdout.on("data", (part) => (output += part));
    child.stderr.on("data", (part) => (complaint += part));
    child.on("close", (exitCode) => resolve({ output, complaint, exitCode }));
  });
}

describe("npm run token", () => {
  test("prints a bearer token and nothing else, by which the gateway knows the persona for eight hours.", async () => {
    const { output, complaint, exitCode } = await spawned(["data-subject"]);
    expect({ complaint, exitCode }).toEqual({ complaint: "", exitCode: 0 });
    expect(output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const { iat = 0, exp } = decodeJwt(output.trim());
    expect(exp).toBe(iat + 8 * 3600);
    const identify = identifying(await demonstrationIssuer(folder));
    expect(await identify(["Authorization", `Bearer ${output.trim()}`])).toMatchObject({
      office: "DATA_SUBJECT",
      holder: "SUBJECT:P-SHOWCASE0001",
      purposes: ["DATA_SUBJECT_ACCESS"],
    });
  });

  test("complains on standard error, and its exit code says so.", async () => {
    const { output, complaint, exitCode } = await spawned([]);
    expect({ output, exitCode }).toEqual({ output: "", exitCode: 2 });
    expect(complaint).toMatch(/^Usage: [^\n]+\n$/);
  });

  test("makes a token of another life with --minutes.", async () => {
    const { iat = 0, exp } = decodeJwt((await run(["jva", "--minutes", "5"])).output.trim());
    expect(exp).toBe(iat + 300);
  });

  test.each([
    [
      "a name with a letter wrong",
      ["rrk-munster-lead"],
      2,
      /no persona "rrk-munster-lead"\. Did you mean rrk-muenster-lead/,
    ],
    ["a name like no other", ["xyz"], 2, /no persona "xyz"\. npm run -s personas lists them\.$/],
    ["no name", [], 2, /^Usage: /],
    ["two names", ["jva", "bamf"], 2, /^Usage: /],
    ["an unknown option", ["jva", "--forever"], 2, /^Usage: /],
    ["no minutes at all", ["jva", "--minutes", "0"], 2, /^Usage: /],
    ["minutes below nothing", ["jva", "--minutes=-3"], 2, /^Usage: /],
    ["minutes that are no number", ["jva", "--minutes", "long"], 2, /^Usage: /],
    ["more than a day", ["jva", "--minutes", "1441"], 2, /^Usage: /],
    ["--help", ["--help"], 0, /^Usage: /],
  ])("answers %s in one line on standard error.", async (_, args, exitCode, complaint) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ output: "", exitCode });
    expect(ran.complaint.trimEnd()).toMatch(complaint);
    expect(ran.complaint.trimEnd()).not.toContain("\n");
  });

  test("is refused with NODE_ENV=production, and makes no key.", async () => {
    const ran = await run(["jva"], { NODE_ENV: "production" });
    expect(ran).toMatchObject({ output: "", exitCode: 1 });
    expect(ran.complaint).toMatch(/^There is no demonstration issuer with NODE_ENV=production\..*\n$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("says in one line that the data folder is a file.", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const ran = await run(["jva"], { SICHTFELD_DATA: file });
    expect(ran).toMatchObject({ output: "", exitCode: 1 });
    expect(ran.complaint).toMatch(/^[^\n]*SICHTFELD_DATA[^\n]*\n$/);
  });
});

describe("The signing key", () => {
  test("is one, though four processes make it at the same time, and only its owner can read it.", async () => {
    const tokens = await Promise.all(["jva", "bamf", "dpo", "evaluator"].map((persona) => spawned([persona])));
    const keyIds = new Set(tokens.map(({ output }) => decodeProtectedHeader(output.trim()).kid));
    expect([...keyIds]).toEqual([(await demonstrationIssuer(folder)).keySet.keys[0]?.kid]);
    expect(readdirSync(join(folder, "issuer"))).toEqual(["key.json"]);
    if (process.platform !== "win32") {
      expect(statSync(join(folder, "issuer", "key.json")).mode & 0o777).toBe(0o600);
    }
  });

  test("stays the same for every later start.", async () => {
    const first = await demonstrationIssuer(folder);
    expect((await demonstrationIssuer(folder)).keySet).toEqual(first.keySet);
  });

  test("shows its public half alone.", async () => {
    const { keySet } = await demonstrationIssuer(folder);
    expect(Object.keys(keySet.keys[0] ?? {}).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
  });

  test.each([
    ["half a file", '{"kty":"OKP"'],
    ["another kind of key", '{"kty":"oct","k":"AAAA"}'],
    ["nothing", ""],
  ])("is not replaced when its file holds %s; the message says what to do.", async (_, content) => {
    await demonstrationIssuer(folder);
    writeFileSync(join(folder, "issuer", "key.json"), content);
    await expect(demonstrationIssuer(folder)).rejects.toThrow(/holds no signing key\. Remove the file/);
  });
});

describe("npm run proof", () => {
  const url = "https://api.example/graphql";
  const made = async (...args: readonly string[]) =>
    proofCommand([...args], { SICHTFELD_DATA: folder, NODE_ENV: "test" });

  test("prints a proof with which the holder of a bound token is let in, and nobody without it.", async () => {
    const token = (await run(["jva", "--bound"])).output.trim();
    const { output, complaint, exitCode } = await made("POST", `${url}?x=1`, "--token", token);
    expect({ complaint, exitCode }).toEqual({ complaint: "", exitCode: 0 });
    const identify = identifying(await demonstrationIssuer(folder), { binding: "dpop" });
    await expect(identify(["Authorization", `DPoP ${token}`])).rejects.toMatchObject({ code: "PROOF_INVALID" });
    const headers = ["Authorization", `DPoP ${token}`, "DPoP", output.trim()];
    expect(await identify(headers)).toMatchObject({ office: "JVA_R6636" });
  });

  test("puts the nonce in that it is given.", async () => {
    const { output } = await made("POST", url, "--nonce", "abc");
    expect(decodeJwt(output.trim())).toMatchObject({ htm: "POST", htu: url, nonce: "abc" });
  });

  test.each([[[]], [["POST"]], [["post", url]], [["POST", url, "more"]], [["POST", url, "--key", "x"]]])(
    "says how it is called, with status 2, when it is called %j.",
    async (args) => {
      expect(await made(...args)).toEqual({
        output: "",
        exitCode: 2,
        complaint: expect.stringMatching(/^Usage: npm run -s proof [^\n]+\n$/),
      });
    },
  );

  test("wants a whole address.", async () => {
    expect(await made("POST", "/graphql")).toMatchObject({
      exitCode: 2,
      complaint: expect.stringMatching(/^The URL cannot be read/),
    });
  });
});
