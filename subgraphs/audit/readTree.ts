import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Checkpoint, parseCheckpoint } from "../../schema/tlog/checkpoint.ts";
import { bundleEntries } from "../../schema/tlog/entryBundle.ts";
import { parseNote } from "../../schema/tlog/signedNote.ts";
import { TileTree } from "../../schema/tlog/TileTree.ts";
import { type TilePlace, tilePath, tileWidth } from "../../schema/tlog/tilePath.ts";

/** A shard's tree as its checkpoint stands. */
export interface PublishedTree {
  readonly head: Checkpoint;
  /** The checkpoint with its signatures. */
  readonly note: string;
  readonly tree: TileTree;
  /** The bytes of an entry below the size. */
  entry(index: number): Promise<Buffer | null>;
}

/** Attempts: the gateway may publish the next tree while this one is read. */
const attemptsMax = 3;

/**
 * Reads something out of a shard's tree.
 *
 * @param folder of the shard
 * @returns null where there is no checkpoint yet
 * @throws the error of the system where the tree cannot be read
 */
export async function readTree<T>(folder: string, read: (tree: PublishedTree) => Promise<T>): Promise<T | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const tree = await openTree(folder);
      return tree === null ? null : await read(tree);
    } catch (error) {
      if (attempt === attemptsMax || (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
}

async function openTree(folder: string): Promise<PublishedTree | null> {
  const bytes = await readFile(join(folder, "checkpoint")).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const note = bytes === null ? null : parseNote(bytes);
  const head = note === null ? null : parseCheckpoint(note.text);
  if (bytes === null || head === null) return null;
  const readPlace = (place: TilePlace) => readFile(join(folder, tilePath(place)));
  return {
    head,
    note: bytes.toString("utf8"),
    tree: new TileTree(head.size, readPlace),
    async entry(index) {
      const tile = Math.floor(index / tileWidth);
      const width = Math.min(tileWidth, head.size - tile * tileWidth);
      const bundle = await readPlace({ level: "entries", index: tile, width });
      return bundleEntries(bundle)?.[index - tile * tileWidth] ?? null;
    },
  };
}
