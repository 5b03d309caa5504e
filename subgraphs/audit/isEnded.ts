import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseShardName, shardOrigin } from "../../schema/accessLogNames.ts";
import { endStatementName, hasEnded } from "../../schema/accessLogRetention.ts";
import { verifyEndStatement } from "../../schema/verifyEndStatement.ts";
import { logPublicKeys } from "./logPublicKeys.ts";

/**
 * Whether a shard that is gone has ended by its rule: its time is over, and the signed statement of its last tree head remains. A
 * shard that somebody removed before its day is missing, whatever stands in its place.
 *
 * @param shard `<instance>/<shard>`
 * @param now milliseconds since 1970, wall clock
 */
export async function isEnded(folder: string, shard: string, now: number): Promise<boolean> {
  const name = shard.slice(shard.indexOf("/") + 1);
  const parsed = parseShardName(name);
  if (parsed === null || !hasEnded(parsed, now)) return false;
  const file = join(folder, dirname(shard), endStatementName(name));
  const statement = await readFile(file).catch(() => Buffer.alloc(0));
  return verifyEndStatement(shardOrigin(shard), statement, logPublicKeys(), now) !== null;
}
