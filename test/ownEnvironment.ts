import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { ownDatabase } from "./ownDatabase.ts";
import { makeEmptyFolder } from "./subgraphs/makeEmptyFolder.ts";

/** What a store begins with: no tables; tables without rows; the population that tests share. */
export type Beginning = "nothing" | "tables" | "population";

/** A store that nobody else uses, as the environment of a start names it. */
export interface OwnEnvironment {
  /** SICHTFELD_DATA, a folder that is there; with a server, DATABASE_URL and SICHTFELD_ROLE_PASSWORDS too. */
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Removes folder and database; whatever was started on them has stopped. */
  remove(): Promise<void>;
}

/** Makes a store: PGlite in a new folder, or a new database on the server of DATABASE_URL where that is given. */
export async function ownEnvironment(beginning: Beginning): Promise<OwnEnvironment> {
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-own-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const server = process.env.DATABASE_URL;
  if (server === undefined) {
    if (beginning === "tables") await makeEmptyFolder(folder);
    if (beginning === "population") cpSync(inject("populatedFolder") ?? "", folder, { recursive: true });
    return { folder, variables: { SICHTFELD_DATA: folder }, remove: async () => removeFolder() };
  }
  const templates = { nothing: null, tables: inject("emptyDatabase"), population: inject("populatedDatabase") };
  const database = await ownDatabase(server, templates[beginning]);
  const variables = {
    SICHTFELD_DATA: folder,
    DATABASE_URL: database.url,
    SICHTFELD_ROLE_PASSWORDS: inject("rolePasswords"),
  };
  const remove = async () => {
    removeFolder();
    await database.drop();
  };
  return { folder, variables, remove };
}
