import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openMigratedStore } from "../subgraphs/openMigratedStore.ts";
import { populate } from "../subgraphs/population/populate.ts";
import { rooms } from "../subgraphs/rooms.ts";
import { migrate } from "../subgraphs/shell/migrate.ts";
import { openStore } from "../subgraphs/shell/openStore.ts";
import { storeSettings } from "../subgraphs/storeSettings.ts";
import { type OwnDatabase, ownDatabase } from "./ownDatabase.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Data folder with a population, to be copied and never to be opened. */
    template: string;
    /** PGlite dump of a database with all tables and no rows. */
    emptyDump: string;
    /** The same on the server of DATABASE_URL, to be a template and never to be connected to; null without a server. */
    emptyDatabase: string | null;
  }
}

/** Persons of the world that tests share: the showcase persons and enough others for pages. */
const population = { persons: 80, seed: 1 };

/** Makes the database once, empty and with a population; every test file works on a copy of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-tests-"));
  const [template, emptyDump] = [join(folder, "template"), join(folder, "empty.tar")];
  const store = await openMigratedStore(storeSettings({ SICHTFELD_DATA: template }));
  writeFileSync(emptyDump, Buffer.from(await (await store.dump()).arrayBuffer()));
  await populate(store, population, () => {});
  await store.close();
  const emptyDatabase = await emptyDatabaseOn(process.env.DATABASE_URL);
  project.provide("template", template);
  project.provide("emptyDump", emptyDump);
  project.provide("emptyDatabase", emptyDatabase?.name ?? null);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await emptyDatabase?.drop();
  };
}

async function emptyDatabaseOn(server: string | undefined): Promise<OwnDatabase | null> {
  if (server === undefined) return null;
  const database = await ownDatabase(server, null);
  const store = await openStore({ folder: null, databaseUrl: database.url });
  await migrate(store, rooms, () => null);
  await store.close();
  return database;
}
