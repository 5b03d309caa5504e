import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseCheckpoint } from "../../schema/tlog/checkpoint.ts";
import { bundleEntries, entryBundle } from "../../schema/tlog/entryBundle.ts";
import { hashBytes } from "../../schema/tlog/hashes.ts";
import { parseNote } from "../../schema/tlog/signedNote.ts";
import { type TilePlace, tilePath, tileWidth } from "../../schema/tlog/tilePath.ts";

/**
 * A tile of a shard as its checkpoint covers it. A partial one that a wider has taken the place of is cut out of that: whoever
 * follows an earlier checkpoint finds what it needs.
 *
 * @param folder of the shard
 * @returns null where there is none
 */
export async function readTile(folder: string, place: TilePlace): Promise<Buffer | null> {
  const note = parseNote(await readOr(join(folder, "checkpoint"), Buffer.alloc(0)));
  const size = (note === null ? null : parseCheckpoint(note.text))?.size ?? 0;
  const inLevel = Math.floor(size / tileWidth ** (place.level === "entries" ? 0 : place.level));
  if (place.index * tileWidth + place.width > inLevel) return null;
  for (const width of await widthsOf(folder, place)) {
    const bytes = await readOr(join(folder, tilePath({ ...place, width })), null);
    if (bytes !== null) return width === place.width ? bytes : cut(bytes, place);
  }
  return null;
}

/** Widths that hold the tile: its own first. */
async function widthsOf(folder: string, place: TilePlace): Promise<readonly number[]> {
  if (place.width === tileWidth) return [tileWidth];
  const partials = await readdir(join(folder, `${tilePath({ ...place, width: tileWidth })}.p`)).catch(() => []);
  const wider = partials.map(Number).filter((width) => width > place.width && width < tileWidth);
  return [place.width, ...wider, tileWidth];
}

function cut(bytes: Buffer, { level, width }: TilePlace): Buffer | null {
  if (level !== "entries") return bytes.subarray(0, width * hashBytes);
  const entries = bundleEntries(bytes);
  return entries === null ? null : entryBundle(entries.slice(0, width));
}

function readOr<T>(path: string, instead: T): Promise<Buffer | T> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return instead;
    throw error;
  });
}
