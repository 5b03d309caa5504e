import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import { LocatedYaml } from "../../../schema/LocatedYaml.ts";
import type { Catalogue, Criterion } from "./Catalogue.ts";
import { CatalogueError } from "./CatalogueError.ts";
import { catalogueFiles } from "./catalogueFiles.ts";
import { checkCells } from "./checkCells.ts";
import { checkCriterion } from "./checkCriterion.ts";
import type { Fault } from "./Fault.ts";

type Told = (file: LocatedYaml, faults: readonly Fault[]) => void;

/**
 * Reads one version of the catalogue from its folder and checks it whole.
 *
 * @throws CatalogueError with every fault, each as `file:line: what is wrong`
 */
export function loadCatalogue(folder: string): Catalogue {
  const told: string[] = [];
  const tell: Told = (file, faults) =>
    void told.push(...faults.map(({ place, what }) => `${file.name}:${file.lineOf(place)}: ${what}`));
  const sources = readSources(folder);
  const read = <T>(name: string, shape: z.ZodType<T>, check: (value: T, file: LocatedYaml) => readonly Fault[]) => {
    const source = sources.get(name);
    if (source === undefined) told.push(`${name}: is missing.`);
    return source === undefined ? null : readFile(new LocatedYaml(name, source), shape, check, tell);
  };
  const head = read("catalogue.yaml", catalogueFiles.catalogue, (value) => checkHead(value, folder));
  const gates = read("gates.yaml", catalogueFiles.gates, checkGates);
  const bands = read("bands.yaml", catalogueFiles.bands, () => []);
  const criteria = [...sources.keys()]
    .filter((name) => !["catalogue.yaml", "gates.yaml", "bands.yaml"].includes(name))
    .flatMap((name) => read(name, catalogueFiles.criterion, (value) => checkCriterion(name, value)) ?? []);
  if (head === null || gates === null || bands === null || told.length > 0) throw new CatalogueError(told);
  return {
    ...head,
    hash: hashOf(sources),
    gates: gates.gates as Catalogue["gates"],
    sufficientData: gates.sufficientData,
    bands,
    criteria: criteria as readonly Criterion[],
  };
}

function readSources(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function readFile<T>(
  file: LocatedYaml,
  shape: z.ZodType<T>,
  check: (value: T, file: LocatedYaml) => readonly Fault[],
  tell: Told,
): T | null {
  if (file.syntaxProblems.length > 0) {
    tell(
      file,
      file.syntaxProblems.map(({ what }) => ({ place: [], what: `is no YAML: ${what}` })),
    );
    return null;
  }
  const parsed = shape.safeParse(file.value);
  if (parsed.success) {
    tell(file, check(parsed.data, file));
    return parsed.data;
  }
  tell(file, parsed.error.issues.flatMap(shapeFaults));
  return null;
}

function shapeFaults(issue: z.core.$ZodIssue): readonly Fault[] {
  const within = issue.path.join(".") || "file";
  if (issue.code !== "unrecognized_keys") return [{ place: issue.path, what: `${within}: ${issue.message}` }];
  return issue.keys.map((key) => ({ place: [...issue.path, key], what: `${key} is no member of ${within}.` }));
}

function checkHead(head: z.infer<typeof catalogueFiles.catalogue>, folder: string): readonly Fault[] {
  const named = head.version === basename(folder);
  const late = [...head.approvals.keys()].filter((index) => (head.approvals[index]?.on ?? "") > head.validFrom);
  return [
    ...(named ? [] : [{ place: ["version"], what: `is version ${head.version}: its folder is named by its version.` }]),
    ...late.map((index) => ({
      place: ["approvals", index, "on"],
      what: `is approved after ${head.validFrom}, when it comes into force.`,
    })),
  ];
}

function checkGates({ gates, sufficientData }: z.infer<typeof catalogueFiles.gates>): readonly Fault[] {
  const ids = [...gates.map(({ id }) => id), sufficientData.id];
  return gates.flatMap(({ id, closes }, index) => [
    ...closes.flatMap((cells, row) => checkCells(cells, ["gates", index, "closes", row])),
    ...(ids.indexOf(id) === ids.lastIndexOf(id) || ids.indexOf(id) === index
      ? []
      : [{ place: ["gates", index, "id"], what: `${id} stands there twice. Ids are never used again.` }]),
  ]);
}

/** Names are hashed with the contents, so that no file can stand in for another. */
function hashOf(sources: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [name, content] of sources) hash.update(`${name}\0${content}\0`);
  return hash.digest("hex");
}
