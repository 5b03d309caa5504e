import { parseArgs } from "node:util";

/** What `npm run linkage` was asked for. */
export interface LinkageArguments {
  readonly task: "estimate" | "evaluate" | "help";
  readonly seed: number;
  readonly persons: number;
}

const defaults = { estimate: 1, evaluate: 2 } as const;
const personsMax = 1_000_000;

/** @throws Error with one line that says what to do */
export function linkageArguments(args: string[]): LinkageArguments {
  const { values, positionals } = parse(args);
  const [task = "help", ...further] = positionals;
  if (values.help || task === "help") return { task: "help", seed: 0, persons: 0 };
  if ((task !== "estimate" && task !== "evaluate") || further.length > 0)
    throw new Error("Name one of estimate and evaluate. See npm run linkage -- --help.");
  return {
    task,
    seed: wholeNumber("--seed", values.seed ?? String(defaults[task]), 0, Number.MAX_SAFE_INTEGER),
    persons: wholeNumber("--persons", values.persons ?? "100000", 100, personsMax),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { seed: { type: "string" }, persons: { type: "string" }, help: { type: "boolean", short: "h" } },
      strict: true,
      allowPositionals: true,
    });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}. See npm run linkage -- --help.`);
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Error(`${option} is a whole number from ${least} to ${most}.`);
}
