import { parseArgs } from "node:util";
import type { Pace } from "./Subject.ts";
import { subjects } from "./subjects.ts";

/** What `npm run bench` was asked for. */
export interface BenchArguments {
  readonly help: boolean;
  /** Whether results are printed as JSON. */
  readonly json: boolean;
  readonly pace: Pace;
  /** Names of the subjects to be measured. */
  readonly only: readonly string[];
  /** Folder that plots of `growth` are written to; null: none is drawn. */
  readonly plots: string | null;
}

const options = {
  rounds: { type: "string", default: "3" },
  seconds: { type: "string", default: "2" },
  clients: { type: "string", default: "16" },
  records: { type: "string", default: "300000" },
  only: { type: "string", multiple: true },
  plots: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const names = subjects.map(({ name }) => name);

/**
 * Reads the arguments of `npm run bench`.
 *
 * @throws Error with one line that says what to do
 */
export function benchArguments(given: readonly string[]): BenchArguments {
  const { values } = parse([...given]);
  const only = values.only ?? names;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only must name one of ${names.join(", ")}.`);
  return {
    help: values.help,
    json: values.json,
    pace: {
      rounds: whole("--rounds", values.rounds, 100),
      seconds: whole("--seconds", values.seconds, 600),
      clients: whole("--clients", values.clients, 1000),
      records: whole("--records", values.records, 10_000_000),
    },
    only,
    plots: values.plots ?? null,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}. See npm run bench -- --help.`);
  }
}

function whole(option: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > max)
    throw new Error(`${option} must be a whole number from 1 to ${max}.`);
  return value;
}
