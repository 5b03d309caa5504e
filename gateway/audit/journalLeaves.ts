import { chainStart, readChain } from "../../schema/accessLogChain.ts";
import { logFilesInOrder } from "../../schema/accessLogNames.ts";
import type { ShardFolder } from "./LogFolder.ts";

/**
 * The entries of a shard's journal from a leaf on, in their order, as far as it verifies; a segment at a time.
 *
 * @param from index of the first leaf
 */
export async function* journalLeaves(
  folder: Pick<ShardFolder, "name" | "list" | "read">,
  from: number,
): AsyncGenerator<readonly string[]> {
  const names = logFilesInOrder("journal", await folder.list());
  const needed: string[] = [];
  for (const name of names.toReversed()) {
    needed.unshift(name);
    const [first] = readChain(await folder.read(name), chainStart(folder.name, name)).lines;
    if (first?.entry.type === "segment" && first.entry.treeSize <= from) break;
  }
  for (const name of needed) {
    const { lines } = readChain(await folder.read(name), chainStart(folder.name, name));
    yield lines.flatMap(({ leaf, text }) => (leaf !== null && leaf >= from ? [text] : []));
  }
}
