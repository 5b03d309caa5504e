import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build, stop } from "esbuild";
import { verifyLog } from "../../gateway/audit/verifyLog.ts";
import type { Omission } from "./forgettingFolder.ts";

/** What is to be done. */
export interface KillPlan {
  readonly kills: number;
  /** Requests under way at once. */
  readonly clients: number;
  /** Draws the moments of the kills, from 0 to below 1. */
  readonly random: () => number;
  /** Whether only what was synced outlives a kill. */
  readonly forgetting: boolean;
  /** Syncs of the forgetting disk that do nothing; null: none. */
  readonly omission: Omission;
  readonly onKill: (done: number) => void;
  /** Kills after which what was found so far is judged; the end is always judged. */
  readonly judgedEvery: number;
  readonly onJudged: (found: KillFindings) => void;
  /** Ends the rounds early: what was seen until then is judged all the same. */
  readonly stop: AbortSignal;
}

/** What was found after some kills, or all. */
export interface KillFindings {
  readonly kills: number;
  /** Answers that clients received. */
  readonly answered: number;
  /** Entries of operations in the log. */
  readonly recorded: number;
  /** Answered and not in the log. */
  readonly missing: readonly string[];
  /** Ids that are in the log more than once. */
  readonly doubled: readonly string[];
  /** Faults of the log, as `<file> <line> <code>`. */
  readonly faults: readonly string[];
  /** Kills in the middle of a write, whose rest was set aside. */
  readonly torn: number;
}

/** Longest time between the first answer and a kill, in milliseconds. */
const delayMax = 120;

/** Kills and restarts as planned, in a folder of its own, and verifies what is left. */
export async function killRounds(plan: KillPlan): Promise<KillFindings> {
  const root = mkdtempSync(join(tmpdir(), "sichtfeld-crash-"));
  mkdirSync(join(root, "log", "one"), { recursive: true });
  mkdirSync(join(root, "durable", "one"), { recursive: true });
  try {
    await bundleVictim(root);
    const answered: string[] = [];
    let kills = 0;
    while (kills < plan.kills && !plan.stop.aborted) {
      answered.push(...(await oneRound(root, kills, plan)));
      if (plan.forgetting) forget(root);
      kills += 1;
      plan.onKill(kills);
      if (kills % plan.judgedEvery === 0 && kills < plan.kills)
        plan.onJudged(await findings(join(root, "log"), kills, answered));
    }
    return await findings(join(root, "log"), kills, answered);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** As one file: it starts sooner, and stays as it is while the sources are worked on. */
async function bundleVictim(root: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL("victim.ts", import.meta.url))],
    outfile: join(root, "victim.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
  await stop();
}

/** @returns the ids of the accesses whose answers were received */
async function oneRound(root: string, round: number, plan: KillPlan): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [
      join(root, "victim.mjs"),
      join(root, "log"),
      plan.forgetting ? join(root, "durable", "one") : "",
      plan.omission ?? "",
    ],
    // In a group of its own: an interruption from the keyboard ends the rounds, not this process.
    { stdio: ["pipe", "pipe", "inherit"], detached: true },
  );
  const port = await portOf(child);
  const answered: string[] = [];
  const first = Promise.withResolvers<void>();
  const killed = first.promise.then(() => wait(Math.floor(plan.random() * delayMax))).then(() => child.kill("SIGKILL"));
  await Promise.all(
    Array.from({ length: plan.clients }, async (_, client) => {
      for (let each = 0; ; each += 1) {
        const id = `${round}-${client}-${each}`;
        if (!(await isAnswered(port, id))) return;
        answered.push(id);
        first.resolve();
      }
    }),
  );
  await killed;
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  if (child.signalCode !== "SIGKILL") throw new Error(`The process ended by itself (${child.exitCode}).`);
  return answered;
}

async function portOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("The process has no output.");
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error("The process ended before it listened.");
}

/** False where no answer came back: the process is gone. */
async function isAnswered(port: string, id: string): Promise<boolean> {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/${id}`, { method: "POST" });
    if (!reply.ok) throw new Error(`${id} was refused.`);
    return (await reply.text()) === id;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The disk as the next process finds it after a loss of power. */
function forget(root: string): void {
  const [log, durable] = [join(root, "log", "one"), join(root, "durable", "one")];
  rmSync(log, { recursive: true, force: true });
  for (const shard of readdirSync(durable)) rmSync(join(durable, shard, ".unnamed"), { recursive: true, force: true });
  cpSync(durable, log, { recursive: true });
}

async function findings(folder: string, kills: number, answered: readonly string[]): Promise<KillFindings> {
  const ids: string[] = [];
  const shards = await verifyLog(folder, ({ operations }) => {
    for (const { operation } of operations) ids.push(operation.id);
  });
  const recorded = new Set(ids);
  const seen = new Set<string>();
  const doubled = ids.filter((id) => seen.size === seen.add(id).size);
  const verified = [...shards.values()];
  return {
    kills,
    answered: answered.length,
    recorded: ids.length,
    missing: answered.filter((id) => !recorded.has(id)),
    doubled,
    // The last kill may leave an interrupted write that no segment has named yet.
    faults: verified.flatMap(({ faults }) =>
      faults.filter(({ code }) => code !== "TAIL_TORN").map(({ file, line, code }) => `${file} ${line} ${code}`),
    ),
    torn: verified.reduce((sum, { torn }) => sum + torn.length, 0),
  };
}
