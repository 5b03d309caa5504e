import { join } from "node:path";
import { parseShardName } from "../../schema/accessLogNames.ts";
import { endsOn } from "../../schema/accessLogRetention.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { listShards } from "./listShards.ts";
import { readTree } from "./readTree.ts";

/** A shard as it stands: size and checkpoint are null until the first checkpoint. */
export interface ShardHealth {
  readonly instance: string;
  readonly shard: string;
  readonly size: number | null;
  readonly checkpoint: string | null;
  /** `YYYY-MM-DD` (UTC). */
  readonly endsOn: string;
}

/**
 * The shards of all gateways that are kept, by the folder of the log, with their newest checkpoints.
 *
 * @returns nothing for whom a tie would be needed to read records
 * @throws SubgraphError LOG_UNREADABLE
 */
export async function queryLogShards(
  folder: string,
  { grant }: Pick<SubgraphContext, "grant">,
): Promise<readonly ShardHealth[]> {
  if (!grant.reading("ACCESS_RECORD").some(({ when }) => when.includes("ANY"))) return [];
  try {
    const shards = await Promise.all([...(await listShards(folder)).keys()].map((path) => healthOf(folder, path)));
    return shards.flatMap((shard) => shard ?? []);
  } catch {
    throw new SubgraphError("LOG_UNREADABLE");
  }
}

async function healthOf(folder: string, path: string): Promise<ShardHealth | null> {
  const [instance = "", shard = ""] = path.split("/");
  const parsed = parseShardName(shard);
  if (parsed === null) return null;
  const head = await readTree(join(folder, path), async ({ head: { size }, note }) => ({ size, checkpoint: note }));
  return { instance, shard, size: head?.size ?? null, checkpoint: head?.checkpoint ?? null, endsOn: endsOn(parsed) };
}
