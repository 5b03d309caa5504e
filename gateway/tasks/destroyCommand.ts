import { parseArgs } from "node:util";
import { z } from "zod";
import { germanToday } from "../../schema/germanToday.ts";
import { CommandProgress } from "../../subgraphs/CommandProgress.ts";
import { destroyDue } from "../../subgraphs/destroyDue.ts";
import { openMigratedStore } from "../../subgraphs/openMigratedStore.ts";
import type { ReplayStreams } from "../../subgraphs/replayCommand.ts";
import type { RecordErasures } from "../../subgraphs/shell/Erasure.ts";
import { keptDay } from "../../subgraphs/shell/keptDay.ts";
import { openStore } from "../../subgraphs/shell/openStore.ts";
import { type StoreSettings, storeSettings } from "../../subgraphs/storeSettings.ts";
import { commandErasures } from "./commandErasures.ts";
import { taskFailure } from "./taskFailure.ts";

const help = `Destroys rejected proposals whose term has passed, with the assessments made in them (§ 91 (2) AufenthG).

  npm run -s destroy -- --date 2026-07-16
  npm run -s destroy -- --date 2026-07-16 --dry-run

  --date     date of the question: what may be kept on it stays; today by default, unless it lies more than a month after the last day that was
             kept up with (npm run announce): then the clock may have jumped, and the date has to be given
  --dry-run  tells how many of the next 500 it would be, and destroys nothing

Each pass is on record in the access log before it is made (instance tasks): where the log cannot be written, nothing is destroyed.
A second run on the same date finds nothing. The store is the folder SICHTFELD_DATA (.data by default), which no running server may use
meanwhile, or the PostgreSQL server of DATABASE_URL. The exit status is 0, 1 where the store cannot be used, 2 for wrong arguments.
`;

const options = {
  date: { type: "string" },
  "dry-run": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Does what `npm run destroy` is asked to. */
export async function destroyCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { output, errors }: ReplayStreams,
): Promise<0 | 1 | 2> {
  const asked = readArguments(args);
  if (asked === null) {
    errors.write("Name a date as YYYY-MM-DD, and nothing else. See npm run -s destroy -- --help.\n");
    return 2;
  }
  if (asked.help) {
    output.write(help);
    return 0;
  }
  try {
    const { date, isTrial } = asked;
    const record = commandErasures(environment, date);
    const destroyed = await destroy(storeSettings(environment), asked, record, errors);
    const done = isTrial ? "would be destroyed" : "were destroyed";
    output.write(`${destroyed} rejected proposals ${done} on ${date}, with the assessments made in them.\n`);
    return 0;
  } catch (error) {
    errors.write(`${(error as Error).message}\n`);
    return 1;
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    const date = z.iso.date().safeParse(values.date ?? germanToday());
    if (!date.success) return null;
    return {
      date: date.data,
      isClocks: values.date === undefined,
      isTrial: values["dry-run"] ?? false,
      help: values.help ?? false,
    };
  } catch {
    return null;
  }
}

async function destroy(
  settings: StoreSettings,
  { date, isClocks, isTrial }: { readonly date: string; readonly isClocks: boolean; readonly isTrial: boolean },
  record: RecordErasures,
  errors: ReplayStreams["errors"],
): Promise<number> {
  const { databaseUrl } = settings;
  const store =
    databaseUrl === null ? await openMigratedStore(settings) : await openStore({ folder: null, databaseUrl });
  const progress = new CommandProgress(errors, "Destroy", "cases");
  try {
    if (isClocks) await keptDay.holdTo(store.owner, date);
    return await destroyDue(store.owner, date, isTrial ? null : record, (destroyed) =>
      progress.show(destroyed, destroyed),
    );
  } catch (error) {
    throw taskFailure(error, settings);
  } finally {
    progress.end();
    await store.close();
  }
}
