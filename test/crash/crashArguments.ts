import { parseArgs } from "node:util";

/** What `npm run crashtest` was asked for. */
export interface CrashArguments {
  readonly help: boolean;
  readonly kills: number;
  readonly clients: number;
  readonly seed: number;
  readonly forgetting: boolean;
  readonly whole: boolean;
  /** Folder that is kept; null: none. */
  readonly folder: string | null;
}

const options = {
  kills: { type: "string", default: "1000" },
  clients: { type: "string", default: "16" },
  seed: { type: "string", default: "1" },
  forgetting: { type: "boolean", default: false },
  whole: { type: "boolean", default: false },
  folder: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** @throws Error with one line that says what to do */
export function crashArguments(given: readonly string[]): CrashArguments {
  const { values } = parse([...given]);
  if (values.whole && values.forgetting) throw new Error("--whole and --forgetting are two runs.");
  return {
    help: values.help,
    kills: whole("--kills", values.kills, 100_000),
    clients: whole("--clients", values.clients, 1_000),
    seed: whole("--seed", values.seed, 2 ** 32 - 1),
    forgetting: values.forgetting,
    whole: values.whole,
    folder: values.folder ?? null,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}. See npm run crashtest -- --help.`);
  }
}

function whole(option: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > max) {
    throw new Error(`${option} must be a whole number from 1 to ${max}.`);
  }
  return value;
}
