import { readKeys } from "../../schema/accessLogKeys.ts";
import { logFilesInOrder, shardsInOrder } from "../../schema/accessLogNames.ts";
import type { LogFolder } from "./LogFolder.ts";
import type { Named } from "./Named.ts";
import { namedValues } from "./namedValues.ts";

/** The tokens of these data subjects, cases and reasons in all shards of an instance. */
export async function tokensNaming(
  folder: Pick<LogFolder, "list" | "shard">,
  named: Named,
): Promise<ReadonlySet<string>> {
  const wanted = new Set(namedValues(named).map(([kind, value]) => `${kind}:${value}`));
  const tokens = new Set<string>();
  for (const name of shardsInOrder(await folder.list())) {
    const shard = await folder.shard(name);
    for (const file of logFilesInOrder("keys", await shard.list())) {
      for (const { kind, value, token } of readKeys(await shard.read(file)).rows)
        if (wanted.has(`${kind}:${value}`)) tokens.add(token);
    }
  }
  return tokens;
}
