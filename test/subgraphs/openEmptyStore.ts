import { openAsBlob } from "node:fs";
import { inject } from "vitest";
import { openStore, type Store } from "../../subgraphs/shell/openStore.ts";
import { ownDatabase } from "../ownDatabase.ts";

/**
 * A store of its own with all tables and no rows: PGlite in memory, or a new database on the server of DATABASE_URL where that is
 * given, which closing the store drops.
 */
export async function openEmptyStore(): Promise<Store> {
  const server = process.env.DATABASE_URL;
  if (server === undefined) {
    return openStore({ folder: null, databaseUrl: null, dump: await openAsBlob(inject("emptyDump")) });
  }
  const database = await ownDatabase(server, inject("emptyDatabase"));
  const store = await openStore({ folder: null, databaseUrl: database.url });
  const close = async () => {
    await store.close();
    await database.drop();
  };
  return { ...store, close };
}
