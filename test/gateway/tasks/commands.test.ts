import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { logSettings } from "../../../gateway/audit/logSettings.ts";
import { verifyLog } from "../../../gateway/audit/verifyLog.ts";
import { announceCommand } from "../../../gateway/tasks/announceCommand.ts";
import { destroyCommand } from "../../../gateway/tasks/destroyCommand.ts";
import type { OperationEntry } from "../../../schema/accessLogFormat.ts";
import { seedCommand } from "../../../subgraphs/population/seedCommand.ts";
import { ownEnvironment } from "../../ownEnvironment.ts";

const { variables, remove } = await ownEnvironment("tables");
afterAll(remove);

/** A day on which no rejected proposal of the population may be kept any more. */
const late = "2027-06-01";

async function run(command: typeof seedCommand, args: string[], environment: NodeJS.ProcessEnv = {}) {
  const streams = { output: new PassThrough(), errors: new PassThrough() };
  const status = await command(args, { ...variables, ...environment }, streams);
  const [out, errors] = await Promise.all(Object.values(streams).map((stream) => text(stream.end())));
  return { status, out, errors };
}

/** What stands in the log, and whether all of it holds. */
async function logged() {
  const operations: OperationEntry[] = [];
  const verified = await verifyLog(logSettings(variables).folder, (lines) => {
    operations.push(...lines.operations.map(({ operation }) => operation));
  });
  return { operations, faults: [...verified.values()].flatMap(({ faults }) => faults), shards: [...verified.keys()] };
}

beforeAll(async () => {
  await run(seedCommand, ["--persons", "80"]);
});

test("A trial destroys nothing, and puts nothing on record", async () => {
  const { status, out } = await run(destroyCommand, ["--date", late, "--dry-run"]);
  expect(status).toBe(0);
  expect(out).toMatch(/^[1-9]\d* rejected proposals would be destroyed on 2027-06-01/);
  await expect(logged()).rejects.toThrow("ENOENT");
});

test("Where the log cannot be written nothing is destroyed, and the command says what to do", async () => {
  const file = join(variables.SICHTFELD_DATA ?? "", "no-folder");
  writeFileSync(file, "");
  const { status, errors } = await run(destroyCommand, ["--date", late], { SICHTFELD_LOG: file });
  expect(status).toBe(1);
  expect(errors).toMatch(
    /could not be put on record in the access log, so nothing more was erased: .*ENOTDIR|EEXIST.*run it again\.\n$/,
  );
  expect((await run(destroyCommand, ["--date", late, "--dry-run"])).out).toMatch(/^[1-9]/);
});

test("In production nothing is erased before its time", async () => {
  const production = { NODE_ENV: "production", SICHTFELD_LOG_KEY_FILE: "key.pem" };
  for (const command of [destroyCommand, announceCommand]) {
    const { status, errors } = await run(command, ["--date", "2199-12-31"], production);
    expect({ status, errors }).toEqual({
      status: 1,
      errors:
        "2199-12-31 is still to come: with NODE_ENV=production nothing is erased before its time. Name today or an earlier day.\n",
    });
  }
});

test("A clock that jumped is not believed, where no date is named", async () => {
  expect((await run(announceCommand, ["--date", "2026-06-16"])).status).toBe(0);
  const { status, errors } = await run(destroyCommand, ["--dry-run"]);
  expect(status).toBe(1);
  expect(errors).toMatch(
    /^The clock says \d{4}-\d{2}-\d{2}, and the last day that was kept up with is 2026-06-16\. .*\n$/,
  );
});

test("What is destroyed is on record before and after: each case, the office that is responsible and the norm, and nobody", async () => {
  const { out } = await run(destroyCommand, ["--date", late]);
  const count = Number(/^(\d+) rejected proposals were destroyed/.exec(out ?? "")?.[1]);
  const { operations, faults, shards } = await logged();
  expect(faults).toEqual([]);
  expect(shards).toEqual([`tasks/access-${new Date().getUTCFullYear()}`]);
  for (const outcome of ["ATTEMPTED", "ANSWERED"] as const) {
    const entries = operations.filter((entry) => entry.outcome === outcome);
    expect(entries.flatMap(({ askedCases }) => askedCases)).toHaveLength(count);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        kinds: ["ERASE"],
        actor: "SCHEDULE",
        role: "SCHEDULE",
        office: expect.stringMatching(/^RRK_/),
        operationName: "term over: rejected proposals",
        questionDate: late,
        recipient: null,
        subjects: 0,
      });
    }
  }
  expect(operations[0]?.outcome).toBe("ATTEMPTED");
  expect((await run(destroyCommand, ["--date", late])).out).toMatch(/^0 rejected/);
  expect((await logged()).operations).toHaveLength(operations.length);
});
