import { parseArgs } from "node:util";
import { z } from "zod";

/** What `npm run validity` was asked for. */
export interface ValidityArguments {
  readonly help: boolean;
  /** Folder that is written to; null: in the data folder. */
  readonly out: string | null;
  /** Date of the question. */
  readonly date: string;
  /** Gateway to ask; null: the store is read. */
  readonly url: string | null;
  /** Persons to make up; null: what was recorded is measured. */
  readonly simulated: number | null;
  readonly seed: number;
}

const options = {
  out: { type: "string" },
  date: { type: "string" },
  url: { type: "string" },
  simulated: { type: "string" },
  seed: { type: "string", default: "1" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads the arguments of `npm run validity`.
 *
 * @throws Error with one sentence that says what to do
 */
export function validityArguments(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  today: string,
): ValidityArguments {
  const { values } = parse([...args]);
  const date = z.iso.date().safeParse(values.date ?? environment.SICHTFELD_DATE ?? today);
  if (!date.success) throw new Error("Write the date as YYYY-MM-DD.");
  const url = values.url ?? null;
  if (url !== null && !/^https?:\/\/\S+$/.test(url)) throw new Error("Give --url as http://HOST:PORT.");
  if (url !== null && (values.simulated !== undefined || values.date !== undefined))
    throw new Error("With --url neither --simulated nor --date can be given.");
  return {
    help: values.help,
    out: values.out ?? null,
    date: date.data,
    url,
    simulated: values.simulated === undefined ? null : whole("--simulated", values.simulated, 100_000),
    seed: whole("--seed", values.seed, 2 ** 31),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}.`);
  }
}

function whole(option: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > max)
    throw new Error(`${option} must be a whole number from 1 to ${max}.`);
  return value;
}
