import { spawnSync } from "node:child_process";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { seedArguments } from "../../../subgraphs/population/seedArguments.ts";
import { seedCommand } from "../../../subgraphs/population/seedCommand.ts";
import { ownEnvironment } from "../../ownEnvironment.ts";

const { variables, remove } = await ownEnvironment("tables");
afterAll(remove);

/** How the command ends, and what it prints. */
interface Ending {
  readonly status: number | null;
  readonly out: string;
  readonly errorLines: readonly string[];
}

/** The command in this process. */
async function seed(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ending> {
  const streams = { output: new PassThrough(), errors: new PassThrough() };
  const status = await seedCommand([...args], { ...variables, ...environment }, streams);
  const [out, errors] = await Promise.all(Object.values(streams).map((stream) => text(stream.end())));
  return { status, out: out?.trim() ?? "", errorLines: errors?.trim().split("\n") ?? [] };
}

/** The command in a process of its own. */
function spawned(args: readonly string[]): Ending {
  const { NODE_ENV: _, DATABASE_URL: __, ...inherited } = process.env;
  const run = spawnSync(process.execPath, ["subgraphs/population/seed.ts", ...args], {
    encoding: "utf8",
    env: { ...inherited, ...variables },
  });
  return { status: run.status, out: run.stdout.trim(), errorLines: run.stderr.trim().split("\n") };
}

describe("the arguments of npm run seed", () => {
  const none = { persons: null, seed: null, fresh: false, migrateOnly: false, help: false };

  it.each([
    ["", none],
    ["--persons 100000 --seed 7", { ...none, persons: 100_000, seed: 7 }],
    ["--persons=12 --seed=0", { ...none, persons: 12, seed: 0 }],
    ["--fresh --persons 60", { ...none, fresh: true, persons: 60 }],
    ["--migrate-only", { ...none, migrateOnly: true }],
    ["-h", { ...none, help: true }],
  ])("«%s» are understood", (line, expected) => {
    expect(seedArguments(line.split(" ").filter(Boolean))).toEqual(expected);
  });

  const wrongPersons = "--persons must be a whole number from 12 to 1000000.";
  it.each([
    ["--persons -3", wrongPersons],
    ["--persons=-3", wrongPersons],
    ["--persons abc", wrongPersons],
    ["--persons 11", wrongPersons],
    ["--persons 1000001", wrongPersons],
    ["--persons 2e3", wrongPersons],
    ["--persons 12.5", wrongPersons],
    ["--seed -1", "--seed must be a whole number from 0 to 2147483647."],
    ["--seed", "Option '--seed <value>' argument missing. See npm run seed -- --help."],
    ["--people 5", "Unknown option '--people'. See npm run seed -- --help."],
    ["--persons 100 more", "Unexpected argument 'more'. See npm run seed -- --help."],
    ["--migrate-only --fresh", "--migrate-only makes the tables alone: leave out --persons, --seed and --fresh."],
  ])("«%s» are refused: %s", (line, message) => {
    expect(() => seedArguments(line.split(" "))).toThrow(message);
  });
});

describe("npm run seed", () => {
  it("refuses --persons -3 with status 2 and one line", () => {
    expect(spawned(["--persons", "-3"])).toEqual({
      status: 2,
      out: "",
      errorLines: ["--persons must be a whole number from 12 to 1000000."],
    });
  });

  it("makes 60 persons, keeps them, refuses others, and replaces them with --fresh", async () => {
    const made = spawned(["--persons", "60", "--seed", "7"]);
    expect(made.errorLines).toEqual(["Population: 60 of 60 persons"]);
    expect(made).toMatchObject({ status: 0, out: "The store holds 60 synthetic persons of seed 7." });
    expect(await seed(["--persons", "61"])).toEqual({
      status: 1,
      out: "",
      errorLines: [
        "The store holds the population --persons 60 --seed 7. Ask for that one, use another store, or replace it: npm run seed -- --fresh.",
      ],
    });
    const replaced = await seed(["--fresh", "--persons", "12", "--seed", "8"]);
    expect(replaced).toMatchObject({ status: 0, out: "The store holds 12 synthetic persons of seed 8." });
  }, 120_000);

  it("makes nobody up with NODE_ENV=production", async () => {
    expect(await seed([], { NODE_ENV: "production" })).toEqual({
      status: 1,
      out: "",
      errorLines: ["With NODE_ENV=production no synthetic persons are made. Use --migrate-only."],
    });
  });
});
