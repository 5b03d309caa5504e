import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { accessIndexCommand } from "../../subgraphs/accessIndexCommand.ts";
import { seedCommand } from "../../subgraphs/population/seedCommand.ts";
import { replayCommand } from "../../subgraphs/replayCommand.ts";
import { ownEnvironment } from "../ownEnvironment.ts";

const { variables, remove } = await ownEnvironment("tables");
afterAll(remove);

async function run(command: typeof seedCommand, args: string[], environment: NodeJS.ProcessEnv = {}) {
  const streams = { output: new PassThrough(), errors: new PassThrough() };
  const status = await command(args, { ...variables, ...environment }, streams);
  const [out, errors] = await Promise.all(Object.values(streams).map((stream) => text(stream.end())));
  return { status, out, errors };
}

test("npm run replay works every recorded assessment of the store out again", async () => {
  await run(seedCommand, ["--persons", "30"]);
  const { status, out } = await run(replayCommand, []);
  const [, identical, all] = /^(\d+) of (\d+) recorded assessments are identical\.\n$/.exec(out ?? "") ?? [];
  expect(status).toBe(0);
  expect(Number(all)).toBeGreaterThan(0);
  expect(identical).toBe(all);
});

test("--help says what it does, and a wrong argument how to ask", async () => {
  expect(await run(replayCommand, ["--help"])).toMatchObject({ status: 0, errors: "" });
  expect(await run(replayCommand, ["FM-2026-0001"])).toEqual({
    status: 2,
    out: "",
    errors: "replay takes no arguments. See npm run -s replay -- --help.\n",
  });
});

test("A store that cannot be opened is one line on standard error", async () => {
  const { status, errors } = await run(replayCommand, [], { DATABASE_URL: "nowhere" });
  expect({ status, lines: errors?.split("\n").length }).toEqual({ status: 1, lines: 2 });
});

test("npm run access-index fills the index anew and compares it; a wrong argument is answered by what to write", async () => {
  const { status, out } = await run(accessIndexCommand, ["rebuild"]);
  expect({ status, out }).toEqual({ status: 0, out: "0 entries and key rows compared, 0 differences.\n" });
  expect(await run(accessIndexCommand, ["--help"])).toMatchObject({ status: 0, errors: "" });
  expect(await run(accessIndexCommand, ["check", "all"])).toEqual({
    status: 2,
    out: "",
    errors: "access-index takes check or rebuild. See npm run -s access-index -- --help.\n",
  });
});
