import { join } from "node:path";
import { checkIndex, type IndexCheck } from "./audit/checkIndex.ts";
import { dropIndex } from "./audit/dropIndex.ts";
import { CommandProgress } from "./CommandProgress.ts";
import { openMigratedStore } from "./openMigratedStore.ts";
import type { ReplayStreams } from "./replayCommand.ts";
import { openStore } from "./shell/openStore.ts";
import { SubgraphError } from "./shell/SubgraphError.ts";
import { storeFailure } from "./storeFailure.ts";
import { storeSettings } from "./storeSettings.ts";

const help = `Judges the index of the access log by the log's files.

  npm run -s access-index -- check     compares every row with the log, in both directions
  npm run -s access-index -- rebuild   drops the index, fills it from the log, and compares it

The log is the folder SICHTFELD_LOG (access-log in SICHTFELD_DATA by default). The store is the folder SICHTFELD_DATA (.data by default), which no running
server may use meanwhile, or the PostgreSQL server of DATABASE_URL. The exit status is 0 where the index is what the log says, 1 where it is
not, or where log or store cannot be read, 2 for wrong arguments.
`;

const shownMax = 20;

/** Does what `npm run access-index` is asked to. */
export async function accessIndexCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { output, errors }: ReplayStreams,
): Promise<0 | 1 | 2> {
  const [command = "", ...rest] = args;
  if (["--help", "-h"].includes(command)) {
    output.write(help);
    return 0;
  }
  if (!["check", "rebuild"].includes(command) || rest.length > 0) {
    errors.write("access-index takes check or rebuild. See npm run -s access-index -- --help.\n");
    return 2;
  }
  try {
    const { compared, differences } = await judge(command === "rebuild", environment, errors);
    for (const difference of differences.slice(0, shownMax)) output.write(`${difference}\n`);
    if (differences.length > shownMax) output.write(`… and ${differences.length - shownMax} more\n`);
    output.write(`${compared} entries and key rows compared, ${differences.length} differences.\n`);
    return differences.length === 0 ? 0 : 1;
  } catch (error) {
    errors.write(`${(error as Error).message}\n`);
    return 1;
  }
}

async function judge(
  rebuild: boolean,
  environment: NodeJS.ProcessEnv,
  errors: ReplayStreams["errors"],
): Promise<IndexCheck> {
  const settings = storeSettings(environment);
  const { databaseUrl } = settings;
  const store =
    databaseUrl === null ? await openMigratedStore(settings) : await openStore({ folder: null, databaseUrl });
  const progress = new CommandProgress(errors, "Index", "steps");
  try {
    if (rebuild) await dropIndex(store.owner);
    const folder = environment.SICHTFELD_LOG ?? join(environment.SICHTFELD_DATA ?? ".data", "access-log");
    return await checkIndex(store.owner, folder, (done, total) => progress.show(done, total));
  } catch (error) {
    throw error instanceof SubgraphError ? error : storeFailure(error, settings);
  } finally {
    progress.end();
    await store.close();
  }
}
