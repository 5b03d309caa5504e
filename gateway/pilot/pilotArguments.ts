import { parseArgs } from "node:util";
import { personsText, seedText } from "../../subgraphs/population/populationParameters.ts";

/** What `npm run pilot` was asked for. */
export interface PilotArguments {
  readonly help: boolean;
  readonly seed: number;
  readonly persons: number;
  /** Data folder that is made. */
  readonly data: string;
}

const options = {
  seed: { type: "string", default: "7" },
  persons: { type: "string", default: "4000" },
  data: { type: "string", default: ".pilot" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** @throws Error with one sentence that says what to do */
export function pilotArguments(args: readonly string[]): PilotArguments {
  const { values } = parse([...args]);
  if (values.data === "") throw new Error("--data must name a folder.");
  return {
    help: values.help,
    seed: read("--seed", values.seed, seedText),
    persons: read("--persons", values.persons, personsText),
    data: values.data,
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

function read(option: string, text: string, shape: typeof personsText): number {
  const parsed = shape.safeParse(text);
  if (!parsed.success) throw new Error(`${option} ${parsed.error.issues[0]?.message}.`);
  return parsed.data;
}
