import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import type { Catalogue, Criterion, Gate } from "./Catalogue.ts";
import { CatalogueError } from "./CatalogueError.ts";
import { catalogueFiles } from "./catalogueFiles.ts";
import { checkCells } from "./checkCells.ts";
import { checkCriterion } from "./checkCriterion.ts";

/**
 * Reads one version of the catalogue from its folder and checks it whole.
 *
 * @throws CatalogueError with every fault, each by file and reason
 */
export function loadCatalogue(folder: string): Catalogue {
  const faults: string[] = [];
  const files = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  const read = <T>(name: string, shape: z.ZodType<T>): T | null => {
    const content = files.get(name);
    if (content === undefined) faults.push(`${name}: is missing.`);
    return content === undefined ? null : parseFile(name, content, shape, faults);
  };
  const head = read("catalogue.yaml", catalogueFiles.catalogue);
  const gates = read("gates.yaml", catalogueFiles.gates);
  const bands = read("bands.yaml", catalogueFiles.bands);
  const criteria = readCriteria(files, faults);
  for (const gate of gates?.gates ?? []) {
    faults.push(...gate.closes.flatMap(checkCells).map((sentence) => `gates.yaml: ${gate.id}: ${sentence}`));
  }
  const ids = [...(gates?.gates ?? []), ...(gates === null ? [] : [gates.sufficientData])].map((gate) => gate.id);
  faults.push(...repeated(ids).map((id) => `gates.yaml: ${id} stands there twice.`));
  if (head !== null && head.version !== basename(folder)) {
    faults.push(`catalogue.yaml: is version ${head.version}: its folder is named by its version.`);
  }
  if (head === null || gates === null || bands === null || faults.length > 0) throw new CatalogueError(faults);
  return {
    ...head,
    hash: hashOf(files),
    gates: gates.gates as readonly Gate[],
    sufficientData: gates.sufficientData,
    bands,
    criteria,
  };
}

function readCriteria(files: ReadonlyMap<string, string>, faults: string[]): readonly Criterion[] {
  const others = new Set(["catalogue.yaml", "gates.yaml", "bands.yaml"]);
  const read = [...files]
    .filter(([name]) => !others.has(name))
    .map(([name, content]) => [name, parseFile(name, content, catalogueFiles.criterion, faults)] as const);
  const ids = read.flatMap(([, criterion]) => (criterion === null ? [] : [criterion.id]));
  faults.push(...repeated(ids).map((id) => `The id ${id} is borne by several files. Ids are never used again.`));
  return read.flatMap(([name, file]) => {
    if (file === null) return [];
    const checked = checkCriterion(name, file);
    if ("id" in checked) return [checked];
    faults.push(...checked.map((sentence) => `${name}: ${sentence}`));
    return [];
  });
}

function parseFile<T>(name: string, content: string, shape: z.ZodType<T>, faults: string[]): T | null {
  try {
    const parsed = shape.safeParse(parse(content));
    if (parsed.success) return parsed.data;
    faults.push(...parsed.error.issues.map((issue) => `${name}: ${issue.path.join(".")}: ${issue.message}`));
  } catch (error) {
    faults.push(`${name}: is no YAML: ${(error as Error).message}`);
  }
  return null;
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** Names are hashed with the contents, so that no file can stand in for another. */
function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [name, content] of files) hash.update(`${name}\0${content}\0`);
  return hash.digest("hex");
}
