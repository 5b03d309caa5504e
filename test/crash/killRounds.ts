import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { verifyLog } from "../../gateway/audit/verifyLog.ts";
import { CrashState } from "./CrashState.ts";
import type { Omission } from "./forgettingFolder.ts";
import { logVictim } from "./logVictim.ts";
import type { Victim } from "./Victim.ts";
import { wholeVictim } from "./wholeVictim.ts";

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
  /** Whether the whole gateway is killed, instead of the access log and the stage that records alone. */
  readonly whole: boolean;
  /** Folder that is kept, and from which a run that was ended goes on; null: one that is removed at the end. */
  readonly folder: string | null;
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

/** Kills and restarts as planned, and verifies what is left. */
export async function killRounds(plan: KillPlan): Promise<KillFindings> {
  const root = plan.folder ?? mkdtempSync(join(tmpdir(), "sichtfeld-crash-"));
  mkdirSync(join(root, "log", "one"), { recursive: true });
  mkdirSync(join(root, "durable", "one"), { recursive: true });
  try {
    const state = new CrashState(root, JSON.stringify([plan.clients, plan.forgetting, plan.whole]));
    const victim = plan.whole ? wholeVictim(root) : await logVictim(root, plan.forgetting, plan.omission);
    // The moments of the kills are those of a run in one go.
    for (let done = 0; done < state.kills; done += 1) plan.random();
    if (state.kills > 0) plan.onKill(state.kills);
    while (state.kills < plan.kills && !plan.stop.aborted) {
      const answered = await oneRound(victim, state.kills, plan);
      if (plan.forgetting) forget(root);
      state.add(answered);
      plan.onKill(state.kills);
      if (state.kills % plan.judgedEvery === 0 && state.kills < plan.kills)
        plan.onJudged(await findings(join(root, "log"), state));
    }
    return await findings(join(root, "log"), state);
  } finally {
    if (plan.folder === null) rmSync(root, { recursive: true, force: true });
  }
}

/** @returns the ids of the accesses whose answers were received */
async function oneRound(victim: Victim, round: number, plan: KillPlan): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    victim.command,
    // In a group of its own: an interruption from the keyboard ends the rounds, not this process.
    { stdio: ["pipe", "pipe", "inherit"], detached: true },
  );
  const greeting = await greetingOf(child);
  const answered: string[] = [];
  const first = Promise.withResolvers<void>();
  const killed = first.promise.then(() => wait(Math.floor(plan.random() * delayMax))).then(() => child.kill("SIGKILL"));
  await Promise.all(
    Array.from({ length: plan.clients }, async (_, client) => {
      for (let each = 0; ; each += 1) {
        const id = await victim.ask(greeting, `${round}-${client}-${each}`);
        if (id === null) return;
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

async function greetingOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("The process has no output.");
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error("The process ended before it listened.");
}

/** The disk as the next process finds it after a loss of power. */
function forget(root: string): void {
  const [log, durable] = [join(root, "log", "one"), join(root, "durable", "one")];
  rmSync(log, { recursive: true, force: true });
  for (const shard of readdirSync(durable)) rmSync(join(durable, shard, ".unnamed"), { recursive: true, force: true });
  cpSync(durable, log, { recursive: true });
}

async function findings(
  folder: string,
  { kills, answered }: Pick<CrashState, "kills" | "answered">,
): Promise<KillFindings> {
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
