import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { nearestNames } from "../../../schema/nearestNames.ts";
import { writeDmn } from "../dmn/writeDmn.ts";
import type { Catalogue } from "./Catalogue.ts";
import { loadCatalogue } from "./loadCatalogue.ts";
import { loadVersions, readVersions, versionsFile } from "./loadVersions.ts";

/** What a command prints, and how it ends. */
export interface CommandResult {
  readonly output: string;
  /** For standard error; empty: none. */
  readonly complaint: string;
  /** 0 done, 1 the catalogue is at fault, 2 called wrongly. */
  readonly exitCode: 0 | 1 | 2;
}

const usage = `Usage: npm run -s catalogue -- <what>

  check                              loads every version and tells every fault by file and line
  list <version>                     puts a new version on the list of those in use; from then on it is immutable
  dmn [version] [--out <file>]       writes a version, or the latest, as DMN 1.5 decision tables
`;

/**
 * Does what `npm run catalogue` is asked to. Never throws.
 *
 * @param room folder of the versions
 */
export function catalogueCommand(args: string[], room: string): CommandResult {
  const given = commandLine(args);
  if (given === null) return misused(usage);
  const [what, version, ...others] = given.names;
  if (given.help) return { output: usage, complaint: "", exitCode: 0 };
  if (others.length > 0 || (given.out !== undefined && what !== "dmn")) return misused(usage);
  try {
    if (what === "check" && version === undefined) return check(room);
    if (what === "list" && version !== undefined) return list(room, version);
    if (what === "dmn") return dmn(room, version, given.out);
    return misused(usage);
  } catch (error) {
    return { output: "", complaint: `${(error as Error).message}\n`, exitCode: 1 };
  }
}

function commandLine(args: string[]) {
  try {
    const options = { out: { type: "string" }, help: { type: "boolean", short: "h", default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { ...values, names: positionals };
  } catch {
    return null;
  }
}

function check(room: string): CommandResult {
  const lines = loadVersions(room).map(
    ({ version, validFrom, criteria, hash }) =>
      `${version}  from ${validFrom}  ${criteria.length} criteria  sha256 ${hash}\n`,
  );
  return done(lines.join(""));
}

function list(room: string, version: string): CommandResult {
  if (Object.hasOwn(readVersions(room), version)) return misused(`${version} is listed already.\n`);
  const { hash } = loadCatalogue(join(room, version));
  appendFileSync(join(room, versionsFile), `${version}: ${hash}\n`);
  return done(`${version}: ${hash}\n`);
}

function dmn(room: string, version: string | undefined, out: string | undefined): CommandResult {
  const versions = loadVersions(room).toSorted((left, right) => (left.validFrom < right.validFrom ? 1 : -1));
  const wanted = version === undefined ? versions[0] : versions.find((each) => each.version === version);
  if (wanted === undefined) return misused(unknownVersion(version ?? "", versions));
  const document = writeDmn(wanted);
  if (out === undefined) return done(document);
  writeFileSync(out, document);
  return { output: "", complaint: `${wanted.version} as DMN 1.5: ${out}\n`, exitCode: 0 };
}

function unknownVersion(name: string, versions: readonly Catalogue[]): string {
  const [nearest] = nearestNames(
    name,
    versions.map((each) => each.version),
  );
  return `There is no version ${JSON.stringify(name.slice(0, 64))}. Nearest valid: ${nearest ?? "none"}.\n`;
}

function done(output: string): CommandResult {
  return { output, complaint: "", exitCode: 0 };
}

function misused(complaint: string): CommandResult {
  return { output: "", complaint, exitCode: 2 };
}
