import type { Writable } from "node:stream";
import { CommandProgress, type ProgressStream } from "./CommandProgress.ts";
import { openMigratedStore } from "./openMigratedStore.ts";
import { type Replay, replayAssessments } from "./scoring/replayAssessments.ts";
import { openStore } from "./shell/openStore.ts";
import { storeFailure } from "./storeFailure.ts";
import { type StoreSettings, storeSettings } from "./storeSettings.ts";

const help = `Works every recorded assessment out again from its inputs and its catalogue, and tells each that comes out otherwise.

  npm run -s replay

The store is the folder SICHTFELD_DATA (.data by default), which no running server may use meanwhile, or the PostgreSQL server of
DATABASE_URL. The exit status is 0 where all are identical, 1 where one is not or the store cannot be read, 2 for wrong arguments.
`;

/** Where the command writes. */
export interface ReplayStreams {
  readonly output: Writable;
  /** Complaints and progress. */
  readonly errors: ProgressStream;
}

/** Does what `npm run replay` is asked to. */
export async function replayCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { output, errors }: ReplayStreams,
): Promise<0 | 1 | 2> {
  if (args.length === 1 && ["--help", "-h"].includes(args[0] ?? "")) {
    output.write(help);
    return 0;
  }
  if (args.length > 0) {
    errors.write("replay takes no arguments. See npm run -s replay -- --help.\n");
    return 2;
  }
  try {
    const { replayed, differences } = await replay(storeSettings(environment), errors);
    for (const { id, what } of differences) output.write(`${id}: differs in ${what}\n`);
    output.write(`${replayed - differences.length} of ${replayed} recorded assessments are identical.\n`);
    return differences.length === 0 ? 0 : 1;
  } catch (error) {
    errors.write(`${(error as Error).message}\n`);
    return 1;
  }
}

async function replay(settings: StoreSettings, errors: ProgressStream): Promise<Replay> {
  const { databaseUrl } = settings;
  const store =
    databaseUrl === null ? await openMigratedStore(settings) : await openStore({ folder: null, databaseUrl });
  const progress = new CommandProgress(errors, "Replay", "assessments");
  try {
    return await replayAssessments(store.owner, (done, total) => progress.show(done, total));
  } catch (error) {
    throw storeFailure(error, settings);
  } finally {
    progress.end();
    await store.close();
  }
}
