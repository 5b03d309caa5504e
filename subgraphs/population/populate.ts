import { sql } from "drizzle-orm";
import { roster } from "../roster.ts";
import { announceDue } from "../shell/announceDue.ts";
import { populating } from "../shell/newsFunctions.ts";
import type { Database, Store } from "../shell/openStore.ts";
import type { Subgraph } from "../shell/Subgraph.ts";
import { blueprintAt } from "./blueprintAt.ts";
import { holdsPersons } from "./holdsPersons.ts";
import { PopulationConflict } from "./PopulationConflict.ts";
import { populationDate } from "./populationDate.ts";
import { type Population, readPopulation } from "./readPopulation.ts";

/** Persons a transaction: large enough for bulk inserts, small enough that a kill loses seconds of work. */
const batchPersons = 500;

/** What a population is drawn from. */
export interface PopulationParameters {
  readonly seed: number;
  /** All persons, the showcase ones included. */
  readonly persons: number;
}

/**
 * Writes the synthetic population into a migrated store. Each batch is one transaction over all subgraphs that also notes how
 * far it came: after an interruption at any point, calling it again goes on where it stopped, and a finished population is left
 * as it is. Two processes may run it at the same time: they take turns.
 *
 * @param onProgress is told the persons done, after each batch; what it throws stops the run between two batches
 * @throws PopulationConflict when the store holds another population, or persons that no population made
 */
export async function populate(
  store: Store,
  parameters: PopulationParameters,
  onProgress: (done: number, total: number) => void,
  { subgraphs = roster, batch = batchPersons }: { subgraphs?: readonly Subgraph[]; batch?: number } = {},
): Promise<void> {
  let population = await begin(store.owner, parameters);
  while (population.done < population.persons) {
    population = await store.owner.transaction((transaction) => writeBatch(transaction as Database, subgraphs, batch));
    onProgress(population.done, population.persons);
  }
}

async function begin(database: Database, { seed, persons }: PopulationParameters): Promise<Population> {
  return database.transaction(async (transaction) => {
    const found = await readPopulation(transaction as Database);
    if (found === null && (await holdsPersons(transaction as Database))) throw new PopulationConflict(null);
    if (found !== null && (found.seed !== seed || found.persons !== persons)) throw new PopulationConflict(found);
    if (found !== null) return found;
    await transaction.execute(sql`CREATE TABLE IF NOT EXISTS migrations.population (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
      seed bigint NOT NULL, persons integer NOT NULL, done integer NOT NULL CHECK (done <= persons))`);
    await transaction.execute(sql`INSERT INTO migrations.population (seed, persons, done) VALUES (${seed}, ${persons}, 0)
      ON CONFLICT (singleton) DO NOTHING`);
    return { seed, persons, done: 0 };
  });
}

async function writeBatch(database: Database, subgraphs: readonly Subgraph[], batch: number): Promise<Population> {
  const population = await readPopulation(database, "FOR UPDATE");
  if (population === null) throw new Error("The population was removed while it was being written.");
  const done = Math.min(population.done + batch, population.persons);
  if (done === population.done) return population;
  const indices = Array.from({ length: done - population.done }, (_, offset) => population.done + offset);
  const blueprints = indices.map((index) => blueprintAt(population.seed, index));
  await database.execute(sql`SELECT set_config(${populating}, 'on', true)`);
  for (const subgraph of subgraphs) await subgraph.populate?.(database, blueprints);
  if (done === population.persons)
    for (const { schema, occurrences = [] } of subgraphs)
      await announceDue(database, schema, occurrences, populationDate, `${populationDate}T04:00:00Z`);
  await database.execute(sql`UPDATE migrations.population SET done = ${done}`);
  return { ...population, done };
}
