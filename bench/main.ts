import { storeSettings } from "../subgraphs/storeSettings.ts";
import { Arena } from "./Arena.ts";
import { type BenchArguments, benchArguments } from "./benchArguments.ts";
import { drawGrowth } from "./drawGrowth.ts";
import { Progress } from "./Progress.ts";
import type { Row } from "./Subject.ts";
import { growth } from "./subjects/growth.ts";
import { subjects } from "./subjects.ts";
import { table } from "./table.ts";

const help = `Measures the gateway beside a bare @apollo/gateway over the same subgraphs, on a population of its own.

  npm run bench -- [--only <subject>] [--rounds <number>] [--seconds <number>] [--clients <number>] [--records <number>] [--json] [--plots <folder>]

  --only <subject>    may be given several times; all subjects without it
  --rounds <number>   rounds, in which the gateways take turns: 3 by default
  --seconds <number>  seconds that each gateway is asked in a round: 2 by default
  --clients <number>  clients that ask at the same time: 16 by default
  --records <number>  access records in the index that audit asks, each of an operation and three data subjects: 300000 by default; 2500000 are ten
                      million entries
  --plots <folder>    where growth is drawn: an SVG for each curve; the folder must be there
  --json              JSON instead of tables

The whole of it takes about nine minutes on two cores. It needs no data folder or port of yours. With DATABASE_URL it works
on that PostgreSQL server, in two databases that it makes and drops. It sets the passwords of the server's sichtfeld_* roles:
use a server of its own.

Subjects:
${subjects.map(({ name, title }) => `  ${name.padEnd(19)}${title}`).join("\n")}
`;

/** What is printed of one subject. */
interface Result {
  readonly subject: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** @returns the results; everything that was started is stopped, and the data removed, however it ends */
async function measure({ pace, only }: BenchArguments, signal: AbortSignal): Promise<readonly Result[]> {
  const progress = new Progress(process.stderr);
  let arena: Arena | null = null;
  try {
    const chosen = subjects.filter((each) => only.includes(each.name));
    if (chosen.some(({ alone }) => !alone)) arena = await openArena(progress, signal);
    const results: Result[] = [];
    for (const { name, title, measure } of chosen) {
      const bench = {
        get arena() {
          if (arena === null) throw new Error(`${name} is measured without an arena.`);
          return arena;
        },
        pace,
        signal,
        progress: (doing: string) => progress.show(`${name}: ${doing}`),
      };
      results.push({ subject: name, title, rows: await measure(bench) });
    }
    return results;
  } finally {
    progress.show("stops");
    await arena?.close();
    progress.end();
  }
}

async function openArena(progress: Progress, signal: AbortSignal): Promise<Arena> {
  const { databaseUrl } = storeSettings({ DATABASE_URL: process.env.DATABASE_URL });
  return Arena.open(databaseUrl, (done, total) => {
    signal.throwIfAborted();
    progress.show(`population: ${done} of ${total} persons`);
  });
}

function print(results: readonly Result[], { json, pace }: BenchArguments): void {
  if (json) process.stdout.write(`${JSON.stringify({ pace, results }, null, 2)}\n`);
  else for (const { subject, title, rows } of results) process.stdout.write(`\n${subject}: ${title}\n\n${table(rows)}`);
}

/** @returns the exit status: 0 done, 1 failed, 2 wrong arguments, 130 interrupted */
async function run(): Promise<number> {
  let given: BenchArguments;
  try {
    given = benchArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
  if (given.help) {
    process.stdout.write(help);
    return 0;
  }
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => interruption.abort());
  try {
    const results = await measure(given, interruption.signal);
    print(results, given);
    const grown = results.find(({ subject }) => subject === growth.name);
    if (given.plots !== null && grown !== undefined) await drawGrowth(given.plots, grown.rows);
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) return 130;
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}

process.exitCode = await run();
