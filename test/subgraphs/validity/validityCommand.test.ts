import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { validityCommand } from "../../../subgraphs/validityCommand.ts";
import { ownEnvironment } from "../../ownEnvironment.ts";

const { variables, folder, remove } = await ownEnvironment("population");
afterAll(remove);

async function run(args: string[], environment: NodeJS.ProcessEnv = {}) {
  const streams = { output: new PassThrough(), errors: new PassThrough() };
  const status = await validityCommand(args, { ...variables, ...environment }, streams);
  const [out, errors] = await Promise.all(Object.values(streams).map((stream) => text(stream.end())));
  return { status, out, errors };
}

describe("npm run validity", () => {
  test("writes the page and the figures of what was recorded, the same bytes each time, and tells how far it is", async () => {
    const write = async (name: string) => {
      const out = join(folder, name);
      const { status, errors } = await run(["--out", out, "--date", "2026-06-15"]);
      expect([status, errors?.includes("7 of 7 sections")]).toEqual([0, true]);
      return ["validity.html", "validity.json"].map((file) => readFileSync(join(out, file), "utf8"));
    };
    const [first, second] = [await write("one"), await write("two")];
    expect(second).toEqual(first);
    const report = JSON.parse(first[1] ?? "");
    expect(report.on).toBe("2026-06-15");
    expect(report.catalogueVersions).toEqual(["demo-1"]);
    expect(report.sections.map(({ id }: { id: string }) => id)).toEqual([
      "raters",
      "decisions",
      "overrides",
      "sensitivity",
      "distribution",
      "proxy",
      "groups",
    ]);
  });

  test("says of simulated persons that there are none", async () => {
    const out = join(folder, "simulated");
    const { status } = await run(["--simulated", "60", "--date", "2026-06-15", "--out", out]);
    expect([status, readFileSync(join(out, "validity.html"), "utf8").includes("Simulation: Niemanden")]).toEqual([
      0,
      true,
    ]);
  });

  test.each([
    [["--date", "15.6.2026"], "Write the date as YYYY-MM-DD."],
    [["--simulated", "0"], "--simulated must be a whole number from 1 to 100000."],
    [["--url", "localhost"], "Give --url as http://HOST:PORT."],
    [
      ["--url", "http://127.0.0.1:1", "--date", "2026-06-15"],
      "With --url neither --simulated nor --date can be given.",
    ],
  ])("%j is answered by what to write", async (args, complaint) => {
    expect(await run(args)).toEqual({ status: 2, out: "", errors: `${complaint} See npm run validity -- --help.\n` });
  });

  test("--help says what it does, and a gateway that is not there or a token that is missing is one line", async () => {
    expect(await run(["--help"])).toMatchObject({ status: 0, errors: "" });
    expect(await run(["--url", "http://127.0.0.1:1"])).toMatchObject({
      status: 1,
      errors: expect.stringMatching(/^Put an evaluator's token .*\n$/),
    });
    const unanswered = await run(["--url", "http://127.0.0.1:1"], { SICHTFELD_TOKEN: "x" });
    expect(unanswered).toMatchObject({
      status: 1,
      errors: "The gateway at http://127.0.0.1:1 does not answer. Start it, or correct --url.\n",
    });
  });
});
