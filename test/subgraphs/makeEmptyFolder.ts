import { openAsBlob } from "node:fs";
import { inject } from "vitest";
import { openStore } from "../../subgraphs/shell/openStore.ts";

/** Makes a data folder with all tables and no rows, which takes a quarter of the time of migrating a new one. */
export async function makeEmptyFolder(folder: string): Promise<void> {
  const store = await openStore({ folder, databaseUrl: null, dump: await openAsBlob(inject("emptyDump")) });
  await store.close();
}
