import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const root = fileURLToPath(new URL("../", import.meta.url));

/** How the named tests of a way ended. */
export interface TestResult {
  readonly passed: number;
  /** Titles of those that failed. */
  readonly failed: readonly string[];
}

const report = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), title: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Runs the tests of the ways: all of them as they are, or those of one way with its defence taken away.
 *
 * @param without id of the way; null: nothing is taken away
 * @returns way → how its tests ended
 * @throws Error with what the runner says where it gives no results
 */
export async function runTests(without: string | null): Promise<ReadonlyMap<string, TestResult>> {
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-bypass-"));
  try {
    const output = join(folder, "report.json");
    const runner = [join(root, "node_modules/vitest/vitest.mjs"), "run", "--reporter=json", `--outputFile=${output}`];
    const which =
      without === null
        ? ["test/bypass"]
        : [...filesOf(without), "-t", `^${without} `, "--config", "bypass/withoutDefence.ts"];
    const child = spawn(process.execPath, [...runner, ...which], {
      cwd: root,
      env: { ...process.env, ...(without === null ? {} : { SICHTFELD_WITHOUT: without }) },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const [said] = await Promise.all([text(child.stderr), once(child, "close")]);
    return resultsIn(readReport(output, said));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Test files that hold the tests of a way. */
export function filesOf(id: string): readonly string[] {
  return globSync("test/bypass/*.test.ts", { cwd: root })
    .filter((file) => readFileSync(join(root, file), "utf8").includes(`way("${id}")`))
    .toSorted();
}

function readReport(file: string, said: string): z.infer<typeof report> {
  try {
    return report.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Error(`The tests could not be run. ${said.trim().split("\n").slice(-3).join(" ")}`);
  }
}

function resultsIn({ testResults }: z.infer<typeof report>): ReadonlyMap<string, TestResult> {
  const ended = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "passed" || status === "failed");
  const byWay = Map.groupBy(ended, ({ fullName }) => /^W-\d{2}/.exec(fullName)?.[0] ?? "");
  return new Map(
    [...byWay].map(([id, tests]) => [
      id,
      {
        passed: tests.filter(({ status }) => status === "passed").length,
        failed: tests.filter(({ status }) => status === "failed").map(({ title }) => title),
      },
    ]),
  );
}
