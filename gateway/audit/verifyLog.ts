import { readdirSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { instancePattern, shardsInOrder } from "../../schema/accessLogNames.ts";
import type { LoggedLines } from "../../schema/accessLogOperations.ts";
import { type VerifiedShard, verifyShard } from "./verifyShard.ts";

/**
 * Verifies every shard of every instance in a log's folder by its files alone; by `<instance>/<shard>`.
 *
 * @param publicKey 32 bytes, Ed25519, of the log; null: no signature is looked at, and there may be no trees
 */
export async function verifyLog(
  folder: string,
  visit: (lines: LoggedLines) => void = () => {},
  publicKey: Buffer | null = null,
): Promise<ReadonlyMap<string, VerifiedShard>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const instances = entries.filter((entry) => entry.isDirectory() && instancePattern.test(entry.name));
  const names = instances
    .map(({ name }) => name)
    .sort()
    .flatMap((instance) => shardsInOrder(readdirSync(join(folder, instance))).map((shard) => `${instance}/${shard}`));
  const erased = new Set<string>();
  const noting = (lines: LoggedLines) => {
    for (const { entry } of lines.erasures) for (const token of entry.tokens) erased.add(token);
    visit(lines);
  };
  // The latest first: what is erased of a year stands in it or in a later one.
  const verified = new Map(
    names.toReversed().map((name) => {
      const files = filesIn(join(folder, name));
      const read = (file: string) => readFileSync(join(folder, name, file));
      return [name, verifyShard({ name, files, read }, noting, publicKey, erased)];
    }),
  );
  return new Map([...verified].reverse());
}

/** Paths of all files below a folder, with slashes. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
