import { parseShardName, shardsInOrder } from "../../schema/accessLogNames.ts";
import { inspectTail } from "./inspectTail.ts";
import type { LogFolder } from "./LogFolder.ts";

/**
 * Makes the end of each class durable as it stands.
 *
 * @returns clock of the log at its latest entry, milliseconds since 1970; minus infinity before the first
 */
export async function settleLog(folder: LogFolder): Promise<number> {
  let latest = Number.NEGATIVE_INFINITY;
  const shards = shardsInOrder(await folder.list());
  for (const name of new Map(shards.map((each) => [parseShardName(each)?.logClass, each])).values()) {
    const shard = await folder.shard(name);
    const tail = await inspectTail(shard);
    for (const { file } of tail.states) await shard.sync(file);
    await shard.syncEntries();
    latest = Math.max(latest, tail.latest ?? latest);
  }
  return latest;
}
