import { readdirSync } from "node:fs";
import { join } from "node:path";
import { instancePattern, parseShardName } from "../../schema/accessLogNames.ts";
import { endStatementName } from "../../schema/accessLogRetention.ts";
import { parseDraftFileName } from "../../schema/policyRecord/draftFile.ts";
import { policiesFolder } from "../../schema/policyRecord/policyFile.ts";
import type { LogFault } from "./LogFault.ts";

/** What a gateway keeps beside shards, statements and policies; `.draft` and `.part`: what an interruption left of a file that was not whole. */
const ownFiles = new Set(["lock", "erasing.json", "erasing.json.draft"]);

/** Folder that a file system makes at the root of a volume. */
const recovered = "lost+found";

/** What stands in a log's folder and in those of its instances, and belongs to nothing there. By instance; `.` for the log's folder. */
export function strayFiles(folder: string): ReadonlyMap<string, readonly LogFault[]> {
  const entries = readdirSync(folder, { withFileTypes: true });
  const isInstance = (entry: (typeof entries)[number]) => entry.isDirectory() && instancePattern.test(entry.name);
  const beside = entries
    .filter((entry) => !isInstance(entry) && entry.name !== recovered)
    .filter((entry) => !entry.isFile() || parseDraftFileName(entry.name.replace(/\.part$/, "")) === null)
    .map(({ name }) => unknown(name));
  const within = entries
    .filter(isInstance)
    .map(
      ({ name: instance }) =>
        [instance, strays(join(folder, instance)).map((name) => unknown(`${instance}/${name}`))] as const,
    );
  return new Map([[".", beside] as const, ...within].filter(([, faults]) => faults.length > 0));
}

function strays(instanceFolder: string): readonly string[] {
  return readdirSync(instanceFolder, { withFileTypes: true })
    .filter((entry) => !(entry.isDirectory() ? isOwnFolder(entry.name) : entry.isFile() && isOwnFile(entry.name)))
    .map(({ name }) => name);
}

function isOwnFolder(name: string): boolean {
  return name === policiesFolder || parseShardName(name) !== null;
}

function isOwnFile(name: string): boolean {
  const before = endStatementName("");
  const shard = name.startsWith(before) ? name.slice(before.length).replace(/\.draft$/, "") : "";
  return ownFiles.has(name) || parseShardName(shard) !== null;
}

function unknown(file: string): LogFault {
  return { file, line: null, code: "FILE_UNKNOWN" };
}
