import { parseTilePath } from "../../schema/tlog/tilePath.ts";
import type { ExpectedTree } from "./ExpectedTree.ts";
import type { LogFault, LogFaultCode } from "./LogFault.ts";

/**
 * Verifies the tree of a shard.
 *
 * @param files paths in the shard's folder that are no files of the journal and the key table
 */
export function treeFaults(
  shard: string,
  expected: ExpectedTree,
  files: readonly string[],
  read: (path: string) => Uint8Array,
  publicKey: Buffer | null,
): readonly LogFault[] {
  const faults: LogFault[] = [];
  const blame = (path: string, code: LogFaultCode | null) => {
    if (code !== null) faults.push({ file: `${shard}/${path}`, line: null, code });
  };
  if (!files.includes("checkpoint")) blame("checkpoint", "CHECKPOINT_INVALID");
  for (const path of files.filter((each) => !each.endsWith(".draft"))) {
    if (path === "checkpoint") blame(path, expected.headFault(shard, publicKey));
    else blame(path, parseTilePath(path) === null ? "FILE_UNKNOWN" : expected.fileFault(path, read(path)));
  }
  const present = new Set(files);
  for (const path of expected.paths()) if (!present.has(path)) blame(path, "TILE_MISSING");
  return faults;
}
