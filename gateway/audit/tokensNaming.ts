import { readKeys } from "../../schema/accessLogKeys.ts";
import { logFilesInOrder, shardsInOrder } from "../../schema/accessLogNames.ts";
import type { Forgotten } from "./ErasureOrder.ts";
import type { LogFolder } from "./LogFolder.ts";

/** The tokens of these data subjects and cases in all shards of an instance. */
export async function tokensNaming(
  folder: Pick<LogFolder, "list" | "shard">,
  { persons, cases }: Forgotten,
): Promise<ReadonlySet<string>> {
  const wanted = new Set([...persons.map((each) => `person:${each}`), ...cases.map((each) => `case:${each}`)]);
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
