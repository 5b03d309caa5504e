import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Catalogue } from "./Catalogue.ts";
import { CatalogueError } from "./CatalogueError.ts";
import { loadCatalogue } from "./loadCatalogue.ts";

/** File that names every version that was ever in use, with its hash. */
export const versionsFile = "versions.yaml";

const shape = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/, { error: "A hash is 64 hexadecimal digits." }));

/** Version → hash, as the room's list of versions has them. */
export function readVersions(room: string): Readonly<Record<string, string>> {
  return shape.parse(parse(readFileSync(join(room, versionsFile), "utf8")) ?? {});
}

/**
 * Loads every version that stands in a room and holds each against the list: a version that was in use is never edited,
 * never removed, and none is in use that was not put on the list.
 *
 * @throws CatalogueError with every fault of every version
 */
export function loadVersions(room: string): readonly Catalogue[] {
  const listed = readVersions(room);
  const folders = readdirSync(room, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
  const loaded = folders.map((name) => loadCatalogue(join(room, name)));
  const faults = [
    ...loaded.flatMap(({ version, hash }) => differs(version, hash, listed[version])),
    ...Object.keys(listed)
      .filter((version) => !folders.includes(version))
      .map((version) => `${versionsFile}: ${version} is listed and gone. Old versions stay: assessments rest on them.`),
  ];
  if (faults.length > 0) throw new CatalogueError(faults);
  return loaded;
}

function differs(version: string, hash: string, listed: string | undefined): readonly string[] {
  if (listed === undefined) {
    return [`${versionsFile}: ${version} is not listed. Once approved, list it: npm run catalogue -- list ${version}`];
  }
  if (listed === hash) return [];
  return [`${version}: was edited after it was listed. A version is immutable: make a new one with a later validFrom.`];
}
