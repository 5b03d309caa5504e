import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type TilePlace, tilePath, tileWidth } from "../../schema/tlog/tilePath.ts";
import type { TreeFile } from "./TreeEdge.ts";

/** The files of a shard's tree on a disk. They can all be made again of the journal, but for the signatures. */
export interface TreeFiles {
  /** Rejects where there is none. */
  read(place: TilePlace): Promise<Buffer>;
  /** All of them durable when this resolves; where it rejects, some may stand. */
  write(files: readonly TreeFile[]): Promise<void>;
  /** Removes partial files whose place a wider one or the full one has taken. */
  removeNarrower(place: TilePlace): Promise<void>;
  /** Null before the first. */
  readCheckpoint(): Promise<Buffer | null>;
  writeCheckpoint(bytes: Buffer): Promise<void>;
}

/** @param folder of the shard */
export function treeFiles(folder: string): TreeFiles {
  return {
    read: (place) => readFile(join(folder, tilePath(place))),
    write: (files) => writeDurably(files.map(({ place, bytes }) => ({ path: join(folder, tilePath(place)), bytes }))),
    removeNarrower: (place) => removeNarrower(join(folder, tilePath(place)), place.width),
    async readCheckpoint() {
      return readFile(join(folder, "checkpoint")).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
    },
    writeCheckpoint: (bytes) => writeDurably([{ path: join(folder, "checkpoint"), bytes }]),
  };
}

/**
 * Nobody ever reads half a file: each is written beside its name first. One after another, so that the journal finds a free thread; a folder
 * is synced once for all that were written in it.
 */
async function writeDurably(files: readonly { readonly path: string; readonly bytes: Buffer }[]): Promise<void> {
  for (const { path, bytes } of files) {
    const draft = `${path}.draft`;
    const file = await openDraft(draft, dirname(path));
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }
  if (process.platform === "win32") return;
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    await using names = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
    await names.sync();
  }
}

/** Most tiles come into a folder that is there. */
async function openDraft(draft: string, folder: string): Promise<FileHandle> {
  try {
    return await open(draft, "w", 0o640);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await mkdir(folder, { recursive: true, mode: 0o750 });
    return open(draft, "w", 0o640);
  }
}

async function removeNarrower(path: string, width: number): Promise<void> {
  if (width === tileWidth) return rm(`${path}.p`, { recursive: true, force: true });
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (Number.parseInt(name, 10) < width) await rm(join(folder, name), { force: true });
  }
}
