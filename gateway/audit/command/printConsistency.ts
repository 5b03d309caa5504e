import { verifyConsistency } from "../../../schema/tlog/verifyConsistency.ts";
import type { Findings } from "./Findings.ts";
import { openShardTree, readSigned } from "./openShardTree.ts";
import { readPublicKey } from "./readPublicKey.ts";

/**
 * That the present tree of a shard continues an earlier one, as JSON.
 *
 * @param earlier file of a checkpoint that was kept elsewhere
 * @throws Error with one line that says what to do
 */
export async function printConsistency(folder: string, earlier: string, keyFile: string): Promise<Findings> {
  const publicKey = readPublicKey(keyFile);
  const { head, note, tree } = await openShardTree(folder, publicKey);
  const before = await readSigned(earlier, head.origin, publicKey);
  const { size } = before.head;
  const hashes = size <= head.size ? await tree.consistencyProof(size, head.size) : [];
  const holds = verifyConsistency(size, head.size, before.head.root, head.root, hashes);
  const proof = {
    earlier: before.note,
    later: note,
    hashes: hashes.map((hash) => hash.toString("base64")),
    holds,
  };
  return { output: `${JSON.stringify(proof, null, 2)}\n`, holds };
}
