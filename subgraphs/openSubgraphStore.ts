import { sql } from "drizzle-orm";
import { CommandProgress } from "./CommandProgress.ts";
import { prepareStore } from "./prepareStore.ts";
import { roleOf } from "./shell/migrate.ts";
import { type Database, openStore, type Store } from "./shell/openStore.ts";
import type { Subgraph } from "./shell/Subgraph.ts";
import { storeFailure } from "./storeFailure.ts";
import { storeSettings } from "./storeSettings.ts";

/** A store and the connection that one subgraph has to it. */
export interface SubgraphStore {
  readonly store: Store;
  readonly database: Database;
}

/**
 * Opens the store for one subgraph that runs alone. A PostgreSQL URL is that of the subgraph's own role, which may neither make
 * nor change tables; with SICHTFELD_MIGRATE=1 it is the owner's. Without a URL, the PGlite folder is prepared and opened.
 *
 * @throws Error with one line that says what to do
 */
export async function openSubgraphStore(environment: NodeJS.ProcessEnv, subgraph: Subgraph): Promise<SubgraphStore> {
  const settings = storeSettings(environment);
  if (settings.databaseUrl === null || environment.SICHTFELD_MIGRATE === "1") {
    const progress = new CommandProgress(process.stderr, "Population", "persons");
    const store = await prepareStore(environment, (done, total) => progress.show(done, total));
    return { store, database: store.as(roleOf(subgraph.schema)) };
  }
  const store = await openStore({ folder: null, databaseUrl: settings.databaseUrl });
  try {
    const ready = subgraph.isEnclave
      ? sql`SELECT has_schema_privilege(${subgraph.schema}, 'USAGE')`
      : sql`SELECT FROM directory.relation LIMIT 1`;
    await store.owner.execute(ready);
    return { store, database: store.owner };
  } catch (error) {
    await store.close().catch(() => {});
    throw storeFailure(error, settings);
  }
}
