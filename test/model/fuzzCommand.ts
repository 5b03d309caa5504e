import { availableParallelism } from "node:os";
import type { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { SingleBar } from "cli-progress";
import { describeFind } from "./describeFind.ts";
import type { FuzzNews, FuzzWork } from "./fuzzWorker.ts";
import type { Outcome } from "./runModel.ts";

const help = `Asks random operations of two worlds that differ in what the policy withholds, and holds every answer to a naive reference.

  npm run fuzz -- [--operations <number>] [--seed <number>] [--finds <number>] [--workers <number>]

  --operations <number>  how many, 20,000 by default
  --seed <number>        what they are drawn from, drawn itself by default
  --finds <number>       finds after which it stops, 5 by default
  --workers <number>     threads that share the operations, one a core by default; what is asked is the same with any number

A find is shrunk to the smallest operation that still goes wrong and printed with its seed as soon as it is made. Everything is in memory; no data
folder and no port is used. Ends with 0 where nothing was found, 1 with finds, 2 for wrong arguments.
`;

export interface FuzzStreams {
  readonly output: Writable;
  /** Complaints and progress: a bar on a terminal, else a line for every tenth. */
  readonly errors: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

const options = {
  operations: { type: "string", default: "20000" },
  seed: { type: "string", default: String(Math.floor(Math.random() * 1_000_000)) },
  finds: { type: "string", default: "5" },
  workers: { type: "string", default: String(availableParallelism()) },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Does what `npm run fuzz` is asked to. */
export async function fuzzCommand(args: string[], { output, errors }: FuzzStreams): Promise<0 | 1 | 2> {
  let given: ReturnType<typeof read>;
  try {
    given = read(args);
  } catch (error) {
    errors.write(`${(error as Error).message}\n`);
    return 2;
  }
  const { operations, seed, findsMax, workers } = given;
  if (given.help) {
    output.write(help);
    return 0;
  }
  const progress = progressOn(errors, operations);
  const done = new Array<number>(workers).fill(0);
  const outcomes = await Promise.all(
    done.map((_, index) =>
      ask({ operations, seed, findsMax, share: { index, of: workers } }, (news) => {
        if ("find" in news) output.write(`${describeFind(news.find, seed)}\n\n`);
        if ("done" in news) done[index] = news.done;
        progress.show(done.reduce((sum, each) => sum + each, 0));
      }),
    ),
  ).finally(() => progress.end());
  const finds = outcomes.reduce((sum, outcome) => sum + outcome.finds.length, 0);
  const asked = outcomes.reduce((sum, outcome) => sum + outcome.operations, 0);
  const written = outcomes.reduce((sum, outcome) => sum + outcome.carriedOut, 0);
  const answers = new Map<string, number>();
  for (const [code, count] of outcomes.flatMap((outcome) => [...outcome.answers]))
    answers.set(code, (answers.get(code) ?? 0) + count);
  const told = [...answers].sort().map(([code, count]) => `${code} ${count}`);
  output.write(
    `${finds} finds in ${asked} operations of seed ${seed}, ${written} mutations carried out: ${told.join(", ")}\n`,
  );
  return finds === 0 ? 0 : 1;
}

/** A share of the operations, asked in a thread of its own. */
function ask(work: FuzzWork, onNews: (news: FuzzNews) => void): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./fuzzWorker.ts", import.meta.url), { workerData: work });
    worker.on("message", (news: FuzzNews) => ("outcome" in news ? resolve(news.outcome) : onNews(news)));
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`A worker ended with ${code} before it was done.`)));
  });
}

function read(args: string[]) {
  const { values } = parse(args);
  return {
    help: values.help,
    operations: whole("--operations", values.operations, 1, 100_000_000),
    seed: whole("--seed", values.seed, 0, 2_147_483_647),
    findsMax: whole("--finds", values.finds, 1, 1000),
    workers: whole("--workers", values.workers, 1, 64),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}. See npm run fuzz -- --help.`);
  }
}

function whole(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new Error(`${option} must be a whole number from ${min} to ${max}.`);
  return value;
}

function progressOn(stream: FuzzStreams["errors"], total: number) {
  const format = "Operations {bar} {percentage}% | {value} of {total} | {eta_formatted} left";
  const bar = stream.isTTY ? new SingleBar({ format, stream, hideCursor: true }) : null;
  let tenthShown = 0;
  bar?.start(total, 0);
  return {
    show(done: number): void {
      const tenth = Math.floor((done / total) * 10);
      if (bar === null && tenth > tenthShown) stream.write(`Operations: ${done} of ${total}\n`);
      tenthShown = tenth;
      bar?.update(done);
    },
    end: () => bar?.stop(),
  };
}
