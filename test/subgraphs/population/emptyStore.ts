import { rooms } from "../../../subgraphs/rooms.ts";
import { migrate } from "../../../subgraphs/shell/migrate.ts";
import { openStore, type Store } from "../../../subgraphs/shell/openStore.ts";

let migrated: Blob | null = null;

/** A store of its own in memory with all tables and no rows. The tables are made once a test file. */
export async function emptyStore(): Promise<Store> {
  const store = await openStore({ folder: null, databaseUrl: null, dump: migrated });
  if (migrated !== null) return store;
  await migrate(store, rooms, () => null);
  migrated = await store.dump();
  return store;
}
