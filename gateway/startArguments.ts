import { parseArgs } from "node:util";

const workersMax = 64;

const help = `Starts the gateway that the environment describes.

  npm start -- [--workers <number>]

  --workers <number>  processes that share the port and the requests, 1 to ${workersMax}: 1 by default. Each writes a log of its own,
                      <SICHTFELD_LOG_INSTANCE>-1, -2 and so on (worker-1 without the variable), and keeps its part of
                      every ceiling. Without SICHTFELD_SUBGRAPHS the store and the subgraphs run in the process that
                      starts them, and are asked over HTTP on loopback.
  --help              this text

Everything else is said by variables of the environment: see README.md and docs/deployment.md.
`;

/** What the command line of `npm start` says. */
export interface StartArguments {
  /** Text to show instead of starting; null: start. */
  readonly help: string | null;
  readonly workers: number;
}

const options = {
  workers: { type: "string", default: "1" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** @throws Error with one line that says what to do */
export function startArguments(given: readonly string[]): StartArguments {
  const { values } = parse([...given]);
  const workers = Number(values.workers);
  if (!/^\d{1,2}$/.test(values.workers) || workers < 1 || workers > workersMax)
    throw new Error(`--workers must be a whole number from 1 to ${workersMax}.`);
  return { help: values.help ? help : null, workers };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}. See npm start -- --help.`);
  }
}
