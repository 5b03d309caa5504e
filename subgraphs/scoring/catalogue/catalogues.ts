import { fileURLToPath } from "node:url";
import { type CompiledCatalogue, compileCatalogue } from "../engine/compileCatalogue.ts";
import { loadVersions } from "./loadVersions.ts";

const room = fileURLToPath(new URL("./", import.meta.url));

/** Every version, compiled once; the latest first. */
const versions: readonly CompiledCatalogue[] = loadVersions(room)
  .map(compileCatalogue)
  .sort((left, right) => (left.catalogue.validFrom < right.catalogue.validFrom ? 1 : -1));

export const catalogues = {
  /** The version in force on a date; null before the first. */
  inForce: (date: string): CompiledCatalogue | null =>
    versions.find(({ catalogue }) => catalogue.validFrom <= date) ?? null,
  /** A version by name; null for one that is not held. */
  version: (version: string): CompiledCatalogue | null =>
    versions.find(({ catalogue }) => catalogue.version === version) ?? null,
} as const;
