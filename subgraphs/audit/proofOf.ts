import { join } from "node:path";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { readTree } from "./readTree.ts";

/** An entry of the log with the proof that it stands in the tree of its checkpoint. */
export interface EntryProof {
  readonly entry: string;
  readonly index: number;
  readonly size: number;
  /** Base64. */
  readonly hashes: readonly string[];
  readonly checkpoint: string;
}

/**
 * Proof of an entry, by which somebody else can check it with the log's public key alone.
 *
 * @param shard `<instance>/<shard>`
 * @returns null until the next checkpoint covers the entry
 * @throws SubgraphError LOG_UNREADABLE
 */
export async function proofOf(folder: string, shard: string, index: number): Promise<EntryProof | null> {
  try {
    return await readTree(join(folder, shard), async ({ head, note, tree, entry }) => {
      const bytes = index < head.size ? await entry(index) : null;
      if (bytes === null) return null;
      const hashes = await tree.inclusionProof(index, head.size);
      return {
        entry: bytes.toString("utf8"),
        index,
        size: head.size,
        hashes: hashes.map((hash) => hash.toString("base64")),
        checkpoint: note,
      };
    });
  } catch {
    throw new SubgraphError("LOG_UNREADABLE");
  }
}
