import { CommandProgress, type ProgressStream } from "../subgraphs/CommandProgress.ts";
import { Checkpoint } from "./Checkpoint.ts";
import { describeResult } from "./describeResult.ts";
import { ImportError } from "./ImportError.ts";
import type { ImportResult } from "./ImportResult.ts";
import { type ImportArguments, importArguments } from "./importArguments.ts";
import { loadProfile } from "./profiles/loadProfile.ts";
import { Quarantine } from "./Quarantine.ts";
import { openSource } from "./reading/openSource.ts";
import { retryQuarantined } from "./retryQuarantined.ts";
import { runImport } from "./runImport.ts";
import { Announcer } from "./sending/Announcer.ts";
import { Gateway } from "./sending/Gateway.ts";
import { sendFacts } from "./sending/sendFacts.ts";
import { tokenSource } from "./tokenSource.ts";

const help = `Imports what an office's system exports, through the running gateway.

  npm run import -- <profile> <file or folder> --reason "monthly export" [--as lka-intake]
  npm run import -- retry --reason "profile mended"     tries again what was not taken, and takes up what waited for a person

  --dry-run            reads and checks everything, sends nothing, keeps nothing
  --reason TEXT        why, for the access log
  --as PERSONA         in the demonstration; else --token-file FILE or SICHTFELD_TOKEN
  --url URL            the gateway (http://127.0.0.1:4000, or SICHTFELD_URL)
  --encoding NAME      UTF-8 or ISO-8859-1, where a file differs from its profile
  --state FOLDER       quarantine and checkpoints (.exchange, or SICHTFELD_EXCHANGE); rows there go after 30 days
  --json               the result for machines

A run that was broken off goes on where it stopped, by the same command. What was taken before changes nothing.
Ends with 0 where everything was taken, 3 where something was not, 1 where it cannot be done, 2 where it was called wrongly.
`;

/** Where the command writes, and how long it waits before it tries again. */
export interface ImportStreams {
  readonly output: NodeJS.WritableStream;
  readonly errors: ProgressStream;
  readonly pauseMilliseconds?: number;
}

/** Does what `npm run import` is asked to. Never throws for what a person can mend. */
export async function importCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  streams: ImportStreams,
  today: string,
): Promise<0 | 1 | 2 | 3> {
  const { output, errors } = streams;
  try {
    const asked = importArguments(args, environment);
    if (asked.help) {
      output.write(help);
      return 0;
    }
    const result = await carryOut(asked, environment, streams, today);
    output.write(
      asked.json ? `${JSON.stringify(forMachines(asked, result), null, 2)}\n` : describeResult(result, asked.isTrial),
    );
    return Object.keys(result.counts.notTaken).length > 0 ? 3 : 0;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    errors.write(`${error.message}\n`);
    return error.exitCode;
  }
}

async function carryOut(
  asked: ImportArguments,
  environment: NodeJS.ProcessEnv,
  { errors, pauseMilliseconds }: ImportStreams,
  today: string,
): Promise<ImportResult> {
  const { url, reason, state, isTrial } = asked;
  const gateway = isTrial
    ? null
    : new Gateway({ url, reason, token: tokenSource(asked, environment), pauseMilliseconds });
  const announcer = gateway === null ? null : new Announcer(gateway);
  const send = (profile: { readonly name: string; readonly version: string }) =>
    gateway === null || announcer === null
      ? null
      : (facts: Parameters<typeof sendFacts>[2]) => sendFacts(gateway, announcer, facts, profile);
  const progress = new CommandProgress(errors, "Import", "rows or messages");
  try {
    const quarantine = isTrial && asked.source !== null ? null : new Quarantine(state, today);
    if (asked.source === null) {
      if (quarantine === null) throw new Error("A retry has a quarantine.");
      return await retryQuarantined({
        quarantine,
        send,
        gateway,
        today,
        isTrial,
        onProgress: (done, of) => progress.show(done, of),
      });
    }
    const found = loadProfile(asked.profile);
    const profile = { ...found, encoding: asked.encoding ?? found.encoding };
    const source = openSource(asked.source, profile);
    const total = await source.check();
    return await runImport({
      profile,
      items: source.items(),
      send: send(profile),
      checkpoint: isTrial ? null : new Checkpoint(state, source.identity),
      quarantine,
      today,
      onProgress: (items) => progress.show(items, total),
    });
  } finally {
    progress.end();
  }
}

/** Stable: members are added, none is renamed. */
function forMachines({ profile, isTrial }: ImportArguments, { counts, faults, passedOver }: ImportResult) {
  return { profile, dryRun: isTrial, ...counts, passedOver, faults };
}
