import { parseArgs } from "node:util";
import { personsText, seedText } from "./populationParameters.ts";

/** What `npm run seed` was asked for; null: not stated. */
export interface SeedArguments {
  readonly persons: number | null;
  readonly seed: number | null;
  readonly fresh: boolean;
  readonly migrateOnly: boolean;
  readonly help: boolean;
}

const options = {
  persons: { type: "string" },
  seed: { type: "string" },
  fresh: { type: "boolean", default: false },
  "migrate-only": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads the arguments of `npm run seed`.
 *
 * @throws Error with one line that says what to do
 */
export function seedArguments(given: readonly string[]): SeedArguments {
  const { values } = parse(joinNegativeNumbers(given));
  const persons = number("--persons", values.persons, personsText);
  const seed = number("--seed", values.seed, seedText);
  if (values["migrate-only"] && (values.fresh || persons !== null || seed !== null))
    throw new Error("--migrate-only makes the tables alone: leave out --persons, --seed and --fresh.");
  return { persons, seed, fresh: values.fresh, migrateOnly: values["migrate-only"], help: values.help };
}

/** parseArgs takes `--persons -3` for two options; the user meant a number. */
function joinNegativeNumbers(given: readonly string[]): string[] {
  const joined: string[] = [];
  for (const argument of given) {
    const last = joined.at(-1);
    const belongsToLast = /^-\d/.test(argument) && (last === "--persons" || last === "--seed");
    if (belongsToLast) joined[joined.length - 1] = `${last}=${argument}`;
    else joined.push(argument);
  }
  return joined;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}. See npm run seed -- --help.`);
  }
}

function number(option: string, text: string | undefined, shape: typeof personsText): number | null {
  if (text === undefined) return null;
  const parsed = shape.safeParse(text);
  if (!parsed.success) throw new Error(`${option} ${parsed.error.issues[0]?.message}.`);
  return parsed.data;
}
