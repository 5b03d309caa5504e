import type { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { describeFind } from "./describeFind.ts";
import { openModel } from "./openModel.ts";
import { runModel } from "./runModel.ts";

const help = `Asks random operations of two worlds that differ in what the policy withholds, and holds every answer to a naive reference.

  npm run fuzz -- [--operations <number>] [--seed <number>] [--finds <number>]

  --operations <number>  how many, 20,000 by default
  --seed <number>        what they are drawn from, drawn itself by default
  --finds <number>       finds after which it stops, 5 by default

A find is shrunk to the smallest operation that still goes wrong and printed with its seed. Everything is in memory; no data
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
  const { operations, seed, findsMax } = given;
  if (given.help) {
    output.write(help);
    return 0;
  }
  const progress = progressOn(errors, operations);
  const { gateway, tables } = await openModel(null);
  try {
    const outcome = await runModel({ gateway, tables, operations, seed, findsMax, onProgress: progress.show });
    progress.end();
    for (const find of outcome.finds) output.write(`${describeFind(find, seed)}\n\n`);
    const answers = [...outcome.answers].sort().map(([code, count]) => `${code} ${count}`);
    output.write(
      `${outcome.finds.length} finds in ${outcome.operations} operations of seed ${seed}: ${answers.join(", ")}\n`,
    );
    return outcome.finds.length === 0 ? 0 : 1;
  } finally {
    progress.end();
    await gateway.close();
  }
}

function read(args: string[]) {
  const { values } = parse(args);
  return {
    help: values.help,
    operations: whole("--operations", values.operations, 1, 100_000_000),
    seed: whole("--seed", values.seed, 0, 2_147_483_647),
    findsMax: whole("--finds", values.finds, 1, 1000),
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
