import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { germanToday } from "../schema/germanToday.ts";
import { askReport } from "../validity/askReport.ts";
import { measure } from "../validity/measure.ts";
import { renderPage } from "../validity/page/renderPage.ts";
import type { ValidityReport } from "../validity/report/ValidityReport.ts";
import { simulateFeed } from "../validity/simulateFeed.ts";
import { CommandProgress } from "./CommandProgress.ts";
import { openMigratedStore } from "./openMigratedStore.ts";
import type { ReplayStreams } from "./replayCommand.ts";
import { openStore } from "./shell/openStore.ts";
import { storeFailure } from "./storeFailure.ts";
import { storeSettings } from "./storeSettings.ts";
import { readFeed } from "./validity/readFeed.ts";
import { type ValidityArguments, validityArguments } from "./validityArguments.ts";

const help = `Measures the validity of the assessments that were kept, and writes validity.html and validity.json.

  npm run validity -- [--out FOLDER] [--date DAY]
  npm run validity -- [--out FOLDER] --url http://127.0.0.1:4000
  npm run validity -- [--out FOLDER] --simulated 5000 [--seed 1] [--date DAY]

  --out        folder that is written to; the folder \`validity\` in the data folder by default
  --date       date of the question: nothing of a later day counts; SICHTFELD_DATE or today by default
  --url        asks a gateway that is running, as an evaluator whose token stands in SICHTFELD_TOKEN; the date is then the gateway's
  --simulated  so many persons who do not exist: what the report tells once enough is recorded, and whether it finds what was planted
  --seed       what they are drawn from, 1 by default

The store is the folder SICHTFELD_DATA (.data by default), which no running server may use meanwhile, or the PostgreSQL server of
DATABASE_URL. What was recorded and the date give the same bytes each time. The exit status is 0, 1 where something cannot be read or
written, 2 for wrong arguments.
`;

const simulatedNotice = {
  de: "Simulation: Niemanden hiervon gibt es, und die Unterschiede sind hineingelegt. Demonstrationskriterien, nicht die des Pilotprojekts.",
  en: "Simulation: nobody of this exists, and the differences were planted. Demonstration criteria, not those of the pilot.",
};

/** Does what `npm run validity` is asked to. */
export async function validityCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { output, errors }: ReplayStreams,
): Promise<0 | 1 | 2> {
  let given: ValidityArguments;
  try {
    given = validityArguments(args, environment, germanToday());
  } catch (error) {
    errors.write(`${(error as Error).message} See npm run validity -- --help.\n`);
    return 2;
  }
  if (given.help) {
    output.write(help);
    return 0;
  }
  const progress = new CommandProgress(errors, "Validity", "sections");
  try {
    const report = await reportOf(given, environment, (done, total) => progress.show(done, total));
    progress.end();
    const folder = given.out ?? join(storeSettings(environment).folder, "validity");
    output.write(`${write(folder, report).join("\n")}\n`);
    return 0;
  } catch (error) {
    progress.end();
    errors.write(`${(error as Error).message}\n`);
    return 1;
  }
}

async function reportOf(
  { date, url, simulated, seed }: ValidityArguments,
  environment: NodeJS.ProcessEnv,
  onProgress: (done: number, total: number) => void,
): Promise<ValidityReport> {
  if (url !== null) return askReport(url, environment.SICHTFELD_TOKEN ?? "");
  if (simulated !== null)
    return { ...measure(simulateFeed(simulated, seed, date), date, onProgress), notice: simulatedNotice };
  const settings = storeSettings(environment);
  const { databaseUrl } = settings;
  const store =
    databaseUrl === null ? await openMigratedStore(settings) : await openStore({ folder: null, databaseUrl });
  try {
    return measure(await readFeed(store.owner, date), date, onProgress);
  } catch (error) {
    throw storeFailure(error, settings);
  } finally {
    await store.close();
  }
}

/** @returns the files written */
function write(folder: string, report: ValidityReport): readonly string[] {
  const files = { "validity.html": renderPage(report), "validity.json": `${JSON.stringify(report, null, 2)}\n` };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return Object.entries(files).map(([name, content]) => {
      const file = join(folder, name);
      writeFileSync(file, content, { mode: 0o600 });
      return file;
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`The folder ${folder} cannot be written (${code}). Name another with --out.`, { cause: error });
  }
}
