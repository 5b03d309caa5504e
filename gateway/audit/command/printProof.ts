import { bundleEntries } from "../../../schema/tlog/entryBundle.ts";
import { leafHash } from "../../../schema/tlog/hashes.ts";
import { tileWidth } from "../../../schema/tlog/tilePath.ts";
import { verifyInclusion } from "../../../schema/tlog/verifyInclusion.ts";
import { readTile } from "../readTile.ts";
import type { Findings } from "./Findings.ts";
import { openShardTree } from "./openShardTree.ts";
import { readPublicKey } from "./readPublicKey.ts";

/**
 * An entry with its proof, as JSON.
 *
 * @param wanted index of an entry, or id of an operation
 * @throws Error with one line that says what to do
 */
export async function printProof(folder: string, wanted: string, keyFile: string): Promise<Findings> {
  const { head, note, tree } = await openShardTree(folder, readPublicKey(keyFile));
  const found = await findEntry(folder, head.size, wanted);
  if (found === null) throw new Error(`There is no entry ${wanted} under the checkpoint of ${head.size} entries.`);
  const hashes = await tree.inclusionProof(found.index, head.size);
  const holds = verifyInclusion(found.index, head.size, leafHash(found.entry), head.root, hashes);
  const proof = {
    entry: found.entry.toString("utf8"),
    index: found.index,
    size: head.size,
    hashes: hashes.map((hash) => hash.toString("base64")),
    checkpoint: note,
    holds,
  };
  return { output: `${JSON.stringify(proof, null, 2)}\n`, holds };
}

async function findEntry(folder: string, size: number, wanted: string) {
  const index = /^\d+$/.test(wanted) ? Number(wanted) : null;
  const first = index === null ? 0 : Math.floor(index / tileWidth);
  const last = index === null ? Math.floor((size - 1) / tileWidth) : first;
  for (let tile = first; tile <= last; tile += 1) {
    const width = Math.min(tileWidth, size - tile * tileWidth);
    const bytes = width > 0 ? await readTile(folder, { level: "entries", index: tile, width }) : null;
    const entries = bytes === null ? [] : (bundleEntries(bytes) ?? []);
    const place = entries.findIndex((entry, each) =>
      index === null ? isOperation(entry, wanted) : tile * tileWidth + each === index,
    );
    const entry = entries[place];
    if (entry !== undefined) return { index: tile * tileWidth + place, entry };
  }
  return null;
}

function isOperation(entry: Buffer, id: string): boolean {
  if (!entry.includes(id)) return false;
  const { type, id: own } = JSON.parse(entry.toString("utf8"));
  return type === "operation" && own === id;
}
