import { openMigratedStore } from "./openMigratedStore.ts";
import { populate } from "./population/populate.ts";
import { defaultPersons, defaultSeed } from "./population/populationParameters.ts";
import { readPopulation } from "./population/readPopulation.ts";
import type { Store } from "./shell/openStore.ts";
import { storeFailure } from "./storeFailure.ts";
import { type StoreSettings, storeSettings } from "./storeSettings.ts";

/**
 * Opens the store that the environment names (SICHTFELD_DATA, or DATABASE_URL), brings its tables up to date, and writes the
 * synthetic population (SICHTFELD_PERSONS, SICHTFELD_SEED) when it holds none. One that was interrupted is finished. Where
 * neither variable is set, a population that is there stays, whatever its parameters. In production nothing is made up.
 *
 * @param onProgress is told the persons done, after each batch of a population that was not finished yet
 * @throws Error with one line that says what to do; the store is closed again
 */
export async function prepareStore(
  environment: NodeJS.ProcessEnv,
  onProgress: (done: number, total: number) => void,
): Promise<Store> {
  const settings = storeSettings(environment);
  const store = await openMigratedStore(settings);
  try {
    if (!settings.production) await populateOnce(store, settings, onProgress);
    return store;
  } catch (error) {
    await store.close().catch(() => {});
    throw storeFailure(error, settings);
  }
}

async function populateOnce(
  store: Store,
  settings: StoreSettings,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const found = await readPopulation(store.owner);
  const parameters = {
    persons: settings.persons ?? found?.persons ?? defaultPersons,
    seed: settings.seed ?? found?.seed ?? defaultSeed,
  };
  await populate(store, parameters, onProgress);
}
