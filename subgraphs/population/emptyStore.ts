import { sql } from "drizzle-orm";
import { directoryRoom, type MigratedRoom } from "../shell/migrate.ts";
import type { Store } from "../shell/openStore.ts";
import { readRows } from "../shell/readRows.ts";
import { holdsPersons } from "./holdsPersons.ts";
import { PopulationConflict } from "./PopulationConflict.ts";
import { readPopulation } from "./readPopulation.ts";

/**
 * Removes a synthetic population with all tables of the rooms; the next migration makes them anew.
 *
 * @throws PopulationConflict when the store holds persons that no population made
 * @throws Error when subgraphs are connected to the database
 */
export async function emptyStore(store: Store, rooms: readonly MigratedRoom[]): Promise<void> {
  if ((await readPopulation(store.owner)) === null && (await holdsPersons(store.owner)))
    throw new PopulationConflict(null);
  if (await isInUse(store)) throw new Error("Subgraphs are connected to the database. Stop them before --fresh.");
  const schemas = [directoryRoom, ...rooms].map(({ schema }) => schema);
  await store.script(`DROP SCHEMA IF EXISTS ${[...schemas, "migrations"].join(", ")} CASCADE`);
}

async function isInUse(store: Store): Promise<boolean> {
  const others = sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'sichtfeld\\_%'
    AND pid <> pg_backend_pid() LIMIT 1`;
  return store.engine === "postgres" && (await readRows(store.owner, others)).length > 0;
}
