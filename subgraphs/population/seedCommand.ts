import type { Writable } from "node:stream";
import { CommandProgress, type ProgressStream } from "../CommandProgress.ts";
import { openMigratedStore } from "../openMigratedStore.ts";
import { storeFailure } from "../storeFailure.ts";
import { type StoreSettings, storeSettings } from "../storeSettings.ts";
import { populate } from "./populate.ts";
import { defaultPersons, defaultSeed } from "./populationParameters.ts";
import { readPopulation } from "./readPopulation.ts";
import { type SeedArguments, seedArguments } from "./seedArguments.ts";

const help = `Fills the store with a synthetic population: the same seed gives the same persons.

  npm run seed -- [--persons <number>] [--seed <number>] [--fresh]
  npm run seed -- --migrate-only

  --persons <number>  how many persons, ${defaultPersons} by default
  --seed <number>     what they are drawn from, ${defaultSeed} by default
  --fresh             replace the population that is there; nothing else may use the store
  --migrate-only      make or update the tables and the database roles, and write no person

The store is the folder SICHTFELD_DATA (.data by default), or the PostgreSQL server of DATABASE_URL.
A run that was interrupted goes on where it stopped when the command is given again.
`;

/** Where the command writes. */
export interface SeedStreams {
  readonly output: Writable;
  /** Complaints and progress. */
  readonly errors: ProgressStream;
}

/**
 * Does what `npm run seed` is asked to.
 *
 * @returns the exit status: 0 done, 1 failed, 2 wrong arguments; what is wrong is one line among the errors
 */
export async function seedCommand(
  args: string[],
  environment: NodeJS.ProcessEnv,
  { output, errors }: SeedStreams,
): Promise<0 | 1 | 2> {
  let given: SeedArguments;
  try {
    given = seedArguments(args);
  } catch (error) {
    errors.write(`${(error as Error).message}\n`);
    return 2;
  }
  try {
    output.write(given.help ? help : `${await seed(given, storeSettings(environment), errors)}\n`);
    return 0;
  } catch (error) {
    errors.write(`${(error as Error).message}\n`);
    return 1;
  }
}

async function seed(given: SeedArguments, settings: StoreSettings, errors: ProgressStream): Promise<string> {
  if (settings.production && !given.migrateOnly)
    throw new Error("With NODE_ENV=production no synthetic persons are made. Use --migrate-only.");
  const store = await openMigratedStore(settings, given.fresh);
  const progress = new CommandProgress(errors, "Population", "persons");
  try {
    if (given.migrateOnly) return "The tables and the database roles are up to date.";
    const found = await readPopulation(store.owner);
    const persons = given.persons ?? settings.persons ?? found?.persons ?? defaultPersons;
    const parameters = { persons, seed: given.seed ?? settings.seed ?? found?.seed ?? defaultSeed };
    await populate(store, parameters, (done, total) => progress.show(done, total));
    return `The store holds ${parameters.persons} synthetic persons of seed ${parameters.seed}.`;
  } catch (error) {
    throw storeFailure(error, settings);
  } finally {
    progress.end();
    await store.close();
  }
}
