import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openMigratedStore } from "../subgraphs/openMigratedStore.ts";
import { populate } from "../subgraphs/population/populate.ts";
import { rooms } from "../subgraphs/rooms.ts";
import { roleOf } from "../subgraphs/shell/migrate.ts";
import { storeSettings } from "../subgraphs/storeSettings.ts";
import { type OwnDatabase, ownDatabase } from "./ownDatabase.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Data folder with a population, to be copied and never to be opened; null where databases on a server take its place. */
    populatedFolder: string | null;
    /** PGlite dump of a database with all tables and no rows. */
    emptyDump: string;
    /** The same on the server of DATABASE_URL, to be a template and never to be connected to; null without a server. */
    emptyDatabase: string | null;
    /** Likewise with the population. */
    populatedDatabase: string | null;
    /** File with a password for each role: roles belong to the whole server, so all tests log in with the same. */
    rolePasswords: string;
  }
}

/** Persons of the world that tests share: the showcase persons and enough others for pages. */
const population = { persons: 80, seed: 1 };

/** Bytes that must be free in memory: a copy of the database has 45 MB and 1,400 files, and some tests keep several. */
const roomNeeded = 4 * 1024 ** 3;

/** Where the tests keep folders: in memory, where a copy of a database costs a twentieth, or on the disk where memory has no room. */
function scratch(): string {
  const memory = "/dev/shm";
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= roomNeeded ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Makes the database once, empty and with a population; every test file works on a copy of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(scratch(), "sichtfeld-tests-"));
  process.env.TMPDIR = folder;
  const [populatedFolder, emptyDump, rolePasswords] = [
    join(folder, "populated"),
    join(folder, "empty.tar"),
    join(folder, "role-passwords.json"),
  ];
  const passwords = rooms.map(({ schema }) => [roleOf(schema), randomBytes(24).toString("base64url")]);
  writeFileSync(rolePasswords, JSON.stringify(Object.fromEntries(passwords)));
  const server = process.env.DATABASE_URL;
  // Processes that tests start load what those before them have compiled.
  process.env.NODE_COMPILE_CACHE = join(folder, "compiled");

  const store = await openMigratedStore(storeSettings({ SICHTFELD_DATA: populatedFolder }));
  writeFileSync(emptyDump, Buffer.from(await (await store.dump()).arrayBuffer()));
  if (server === undefined) await populate(store, population, () => {});
  await store.close();

  const databases = server === undefined ? null : await makeDatabases(server, rolePasswords);
  project.provide("populatedFolder", server === undefined ? populatedFolder : null);
  project.provide("emptyDump", emptyDump);
  project.provide("emptyDatabase", databases?.empty.name ?? null);
  project.provide("populatedDatabase", databases?.populated.name ?? null);
  project.provide("rolePasswords", rolePasswords);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await databases?.empty.drop();
    await databases?.populated.drop();
  };
}

async function makeDatabases(server: string, rolePasswords: string) {
  const empty = await ownDatabase(server, null);
  const open = ({ url }: OwnDatabase) =>
    openMigratedStore(storeSettings({ DATABASE_URL: url, SICHTFELD_ROLE_PASSWORDS: rolePasswords }));
  await (await open(empty)).close();
  const populated = await ownDatabase(server, empty.name);
  const store = await open(populated);
  await populate(store, population, () => {});
  await store.close();
  return { empty, populated };
}
