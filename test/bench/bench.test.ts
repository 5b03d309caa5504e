import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { benchArguments } from "../../bench/benchArguments.ts";
import { subjects } from "../../bench/subjects.ts";

function bench(given: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const options = { encoding: "utf8", env: { ...process.env, ...environment } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bench/main.ts", ...given], options);
  return { status, stdout, stderr };
}

test("--help names every subject and measures nothing", () => {
  const { status, stdout, stderr } = bench(["--help"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const { name, title } of subjects) expect(stdout).toMatch(new RegExp(`^ +${name} +${title}$`, "m"));
});

test("A wrong argument ends with status 2 and one line, before anything is started", () => {
  const says = "--rounds must be a whole number from 1 to 100.\n";
  expect(bench(["--rounds", "0"])).toEqual({ status: 2, stdout: "", stderr: says });
});

test("A database that is down ends with status 1 and a line that says what to do, without its password", () => {
  const { status, stdout, stderr } = bench(["--only", "single"], { DATABASE_URL: "postgres://a:geheim@127.0.0.1:1/b" });
  const says = "The database at 127.0.0.1:1 does not answer. Start it, or correct DATABASE_URL (ECONNREFUSED).\n";
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr.replace("stops\n", "")).toBe(says);
});

test.each([
  {
    given: ["--only", "everything"],
    says: "--only must name one of list, single, list-in-memory, single-in-memory, open-loop, growth, record, log, assessment, worklist-page, score, profile, profile-in-memory, filter, audit, intake.",
  },
  { given: ["--rounds", "101"], says: "--rounds must be a whole number from 1 to 100." },
  { given: ["--seconds=-3"], says: "--seconds must be a whole number from 1 to 600." },
  { given: ["--records", "0"], says: "--records must be a whole number from 1 to 10000000." },
  { given: ["--clients", "many"], says: "--clients must be a whole number from 1 to 1000." },
  { given: ["--fast"], says: "Unknown option '--fast'. See npm run bench -- --help." },
  { given: ["list"], says: "Unexpected argument 'list'. See npm run bench -- --help." },
])("$given is answered by what to do instead", ({ given, says }) => {
  expect(() => benchArguments(given)).toThrow(new Error(says));
});
