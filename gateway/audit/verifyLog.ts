import { readdirSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { instancePattern, shardsInOrder } from "../../schema/accessLogNames.ts";
import type { LoggedLines } from "../../schema/accessLogOperations.ts";
import { type VerifiedShard, verifyShard } from "./verifyShard.ts";

/** Verifies every shard of every instance in a log's folder by its files alone; by `<instance>/<shard>`. */
export async function verifyLog(
  folder: string,
  visit: (lines: LoggedLines) => void = () => {},
): Promise<ReadonlyMap<string, VerifiedShard>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const instances = entries.filter((entry) => entry.isDirectory() && instancePattern.test(entry.name));
  const names = instances
    .map(({ name }) => name)
    .sort()
    .flatMap((instance) => shardsInOrder(readdirSync(join(folder, instance))).map((shard) => `${instance}/${shard}`));
  return new Map(
    names.map((name) => {
      const files = readdirSync(join(folder, name));
      return [name, verifyShard({ name, files, read: (file) => readFileSync(join(folder, name, file)) }, visit)];
    }),
  );
}
