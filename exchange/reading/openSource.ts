import { createHash } from "node:crypto";
import { readdirSync, type Stats, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ImportError } from "../ImportError.ts";
import type { LoadedProfile } from "../profiles/LoadedProfile.ts";
import { csvRows } from "./csvRows.ts";
import type { SourceItem } from "./Item.ts";
import type { ItemSource } from "./ItemSource.ts";
import { tableItems } from "./tableItems.ts";
import { xlsxRows } from "./xlsxRows.ts";
import { xmlMessages } from "./xmlMessages.ts";

const extensions = { CSV: ".csv", XLSX: ".xlsx", XML: ".xml" } as const;

interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly found: Stats;
}

/**
 * A file or folder as a source of items. Of a folder the files with the ending of the profile's format are read, in the order of their
 * names.
 *
 * @throws ImportError where there is nothing to read
 */
export function openSource(given: string, profile: LoadedProfile): ItemSource {
  const files = findFiles(given, extensions[profile.format]);
  const told = files.map(({ name, found: { size, mtimeMs } }) => [name, size, mtimeMs]);
  const identity = createHash("sha256")
    .update(JSON.stringify([profile.name, profile.version, resolve(given), told]))
    .digest("base64url");
  return {
    identity,
    async check() {
      let count = 0;
      for await (const _ of readAll(files, profile, true)) count += 1;
      return count;
    },
    items: () => readAll(files, profile, false),
  };
}

function findFiles(given: string, ending: string): readonly FoundFile[] {
  const found = statOf(given);
  if (!found.isDirectory()) return [{ path: given, name: given.split(/[\\/]/).at(-1) ?? given, found }];
  const paths = readdirSync(given, { recursive: true, encoding: "utf8" })
    .filter((name) => name.toLowerCase().endsWith(ending))
    .sort()
    .map((name) => join(given, name));
  if (paths.length === 0) throw new ImportError(`${given} has no file that ends with ${ending}.`);
  return paths.map((path) => ({ path, name: relative(given, path), found: statOf(path) }));
}

function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw new ImportError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function* readAll(
  files: readonly FoundFile[],
  profile: LoadedProfile,
  isCheck: boolean,
): AsyncGenerator<SourceItem> {
  if (profile.format === "XML") {
    yield* xmlMessages(files, profile, isCheck);
    return;
  }
  for (const { path, name } of files) {
    const rows = profile.format === "CSV" ? csvRows(path, profile.encoding, profile.delimiter) : xlsxRows(path);
    yield* tableItems(rows, profile, name);
  }
}
