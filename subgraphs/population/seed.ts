import { openMigratedStore } from "../openMigratedStore.ts";
import { storeFailure } from "../storeFailure.ts";
import { storeSettings } from "../storeSettings.ts";
import { PopulationProgress } from "./PopulationProgress.ts";
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

async function seed(given: SeedArguments): Promise<string> {
  const settings = storeSettings(process.env);
  if (settings.production && !given.migrateOnly)
    throw new Error("With NODE_ENV=production no synthetic persons are made. Use --migrate-only.");
  const store = await openMigratedStore(settings, given.fresh);
  const progress = new PopulationProgress(process.stderr);
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

/** @returns the exit status: 0 done, 1 failed, 2 wrong arguments */
async function run(): Promise<number> {
  let given: SeedArguments;
  try {
    given = seedArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
  try {
    process.stdout.write(given.help ? help : `${await seed(given)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}

process.exitCode = await run();
