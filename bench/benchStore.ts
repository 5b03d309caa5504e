import { cpSync } from "node:fs";
import { ownDatabase } from "../test/ownDatabase.ts";

/** A store of the benchmark: PGlite in its data folder, or a database of its own beside the folder. */
export interface BenchStore {
  /** The store as the environment of a process names it. */
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
  /** A second store that begins as this one is; nobody is connected to this one meanwhile. */
  copy(folder: string): Promise<BenchStore>;
  /** Removes the database; the folder is left. */
  drop(): Promise<void>;
}

/**
 * Makes a store without tables.
 *
 * @param folder data folder, which need not be there
 * @param server URL of a PostgreSQL whose user may make databases and roles; null: PGlite
 */
export async function benchStore(folder: string, server: string | null): Promise<BenchStore> {
  return server === null ? inFolder(folder) : onServer(folder, server, null);
}

function inFolder(folder: string): BenchStore {
  return {
    folder,
    variables: { SICHTFELD_DATA: folder },
    async copy(to) {
      cpSync(folder, to, { recursive: true });
      return inFolder(to);
    },
    drop: async () => {},
  };
}

/** The folder has the passwords of the roles, which belong to the whole server: a copy keeps them. */
async function onServer(folder: string, server: string, template: string | null): Promise<BenchStore> {
  const { name, url, drop } = await ownDatabase(server, template);
  return {
    folder,
    variables: { SICHTFELD_DATA: folder, DATABASE_URL: url },
    async copy(to) {
      cpSync(folder, to, { recursive: true });
      return onServer(to, server, name);
    },
    drop,
  };
}
