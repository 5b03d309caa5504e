import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import { access } from "./access.ts";

// The script in docs/access-log.md, as an outsider would copy it.

let folder: string;
let script: string;
const segment = () => join(folder, "a1", "access-2026", "journal-000001.jsonl");
const clock = () => Date.UTC(2026, 5, 15);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sichtfeld-log-"));
  script = join(folder, "verify.mjs");
  const page = readFileSync(new URL("../../../docs/access-log.md", import.meta.url), "utf8");
  writeFileSync(script, /```js\n(.*?)```/s.exec(page)?.[1] ?? "");
  for (const name of ["op-1", "op-2"]) {
    const log = await AccessLog.open(await openLogFolder(folder, "a1"), clock);
    await log.append(access(name));
    await log.close();
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, join(folder, "a1", "access-2026")], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return { status, said: stdout.trim().split("\n") };
}

test("The documented script passes a log that is whole", () => {
  expect(run()).toEqual({ status: 0, said: [""] });
});

test.each([
  ["a letter of line 2 is changed", "R-RRK-01", "R-RRK-09", "journal-000001.jsonl: line 3 does not verify"],
  [
    "a commit is changed",
    '{"type":"commit","v":1}',
    '{"type":"commit","v":2}',
    "journal-000001.jsonl: line 1 does not verify",
  ],
])("The documented script says where %s", (_words, from, to, expected) => {
  const before = readFileSync(segment(), "utf8");
  writeFileSync(segment(), before.replace(from, to));
  const { status, said } = run();
  writeFileSync(segment(), before);
  expect(status).toBe(1);
  expect(said).toContain(expected);
});

test("The documented script says that a segment is not as its successor found it, and that the newest one is torn", () => {
  appendFileSync(segment(), "x");
  expect(run()).toEqual({ status: 1, said: ["journal-000002.jsonl: the segments before it are not as it found them"] });
  appendFileSync(join(folder, "a1", "access-2026", "journal-000002.jsonl"), "x");
  expect(run().said).toContain("the newest segment: ends in an interrupted write");
});
