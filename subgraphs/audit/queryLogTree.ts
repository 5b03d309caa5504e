import { join } from "node:path";
import { instancePattern, parseShardName } from "../../schema/accessLogNames.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { readTree } from "./readTree.ts";

/** The tree of a shard as its checkpoint stands, and that it continues an earlier size. */
export interface LogTree {
  readonly checkpoint: string;
  readonly size: number;
  /** Base64; empty where there is nothing to show. */
  readonly consistency: readonly string[];
}

/**
 * A shard's checkpoint with a consistency proof from an earlier size.
 *
 * @returns null where there is no such shard, or no checkpoint yet
 * @throws SubgraphError LOG_UNREADABLE
 */
export async function queryLogTree(
  folder: string,
  { instance, shard, from }: { readonly instance: string; readonly shard: string; readonly from?: number | null },
  { grant }: Pick<SubgraphContext, "grant">,
): Promise<LogTree | null> {
  const unbound = grant.reading("ACCESS_RECORD").some(({ when }) => when.includes("ANY"));
  if (!unbound || !instancePattern.test(instance) || parseShardName(shard) === null) return null;
  const since = from ?? 0;
  try {
    return await readTree(join(folder, instance, shard), async ({ head, note, tree }) => {
      const proof = since > 0 && since < head.size ? await tree.consistencyProof(since, head.size) : [];
      return { checkpoint: note, size: head.size, consistency: proof.map((hash) => hash.toString("base64")) };
    });
  } catch {
    throw new SubgraphError("LOG_UNREADABLE");
  }
}
