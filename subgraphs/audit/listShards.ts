import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { instancePattern, logFilesInOrder, shardsInOrder } from "../../schema/accessLogNames.ts";

/** Files of a shard, in the order in which they were written. */
export interface ShardListing {
  readonly journal: readonly string[];
  readonly keys: readonly string[];
}

/** The shards of all instances in the log's folder, by `<instance>/<shard>`. No folder: no shard. */
export async function listShards(folder: string): Promise<ReadonlyMap<string, ShardListing>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const shards = new Map<string, ShardListing>();
  for (const entry of entries) {
    if (!entry.isDirectory() || !instancePattern.test(entry.name)) continue;
    for (const shard of shardsInOrder(await readdir(join(folder, entry.name)))) {
      const files = await readdir(join(folder, entry.name, shard));
      shards.set(`${entry.name}/${shard}`, {
        journal: logFilesInOrder("journal", files),
        keys: logFilesInOrder("keys", files),
      });
    }
  }
  return shards;
}
