import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { crashArguments } from "./crashArguments.ts";
import type { Omission } from "./forgettingFolder.ts";
import { type KillFindings, killRounds } from "./killRounds.ts";
import { seededRandom } from "./seededRandom.ts";

/** Rounds of a run of a thousand that is interrupted: what was seen until then is judged. */
const rounds = (
  kills: number,
  forgetting: boolean,
  omission: Omission = null,
  judged: KillFindings[] = [],
  folder: string | null = null,
) => {
  const interruption = new AbortController();
  return killRounds({
    kills: 1000,
    clients: 16,
    random: seededRandom(7),
    forgetting,
    omission,
    whole: false,
    folder,
    onKill: (done) => {
      if (done === kills) interruption.abort();
    },
    judgedEvery: 10,
    onJudged: (found) => judged.push(found),
    stop: interruption.signal,
  });
};

const nothingLost = { missing: [], doubled: [], faults: [] };

test("After 15 kills under load, every access that a client had an answer for is on record once, and the log verifies, as it did after 10, where the run was ended and went on", async () => {
  const judged: KillFindings[] = [];
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-crash-kept-"));
  const first = await rounds(12, false, null, judged, folder);
  const found = await rounds(15, false, null, [], folder);
  rmSync(folder, { recursive: true });
  expect(first).toMatchObject({ kills: 12, ...nothingLost });
  expect(found.answered).toBeGreaterThan(first.answered);
  expect(found).toMatchObject({ kills: 15, ...nothingLost });
  expect(judged).toMatchObject([{ kills: 10, ...nothingLost }]);
  expect(judged[0]?.answered).toBeLessThan(found.answered);
  expect(found.answered).toBeGreaterThan(100);
  expect(found.recorded).toBeGreaterThanOrEqual(found.answered);
}, 60_000);

test("The same after 10 losses of power, of which only what was synced is left", async () => {
  const found = await rounds(10, true);
  expect(found).toMatchObject({ kills: 10, ...nothingLost });
  expect(found.answered).toBeGreaterThan(50);
}, 60_000);

test.each(["file", "folder"] as const)(
  "A log that does not sync the %s would be noticed: answered accesses are gone",
  async (omission) => {
    const found = await rounds(2, true, omission);
    expect(found.answered).toBeGreaterThan(0);
    expect(found.missing.length).toBeGreaterThan(0);
  },
  60_000,
);

test.each([
  [["--whole", "--forgetting"], "--whole and --forgetting are two runs."],
  [["--kills", "0"], "--kills must be a whole number from 1 to 100000."],
  [["--seed", "x"], "--seed must be a whole number from 1 to 4294967295."],
  [["--speed"], "Unknown option '--speed'. See npm run crashtest -- --help."],
])("npm run crashtest -- %j says what is wrong", (given, expected) => {
  expect(() => crashArguments(given)).toThrow(expected);
});
