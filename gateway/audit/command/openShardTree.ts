import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { shardOrigin } from "../../../schema/accessLogNames.ts";
import { type Checkpoint, parseCheckpoint } from "../../../schema/tlog/checkpoint.ts";
import { isSignedBy, parseNote } from "../../../schema/tlog/signedNote.ts";
import { TileTree } from "../../../schema/tlog/TileTree.ts";
import { readTile } from "../readTile.ts";

/** A shard's tree under a checkpoint whose signature verifies. */
export interface OpenTree {
  readonly head: Checkpoint;
  /** The checkpoint with its signatures. */
  readonly note: string;
  readonly tree: TileTree;
}

/**
 * @param folder of the shard
 * @param publicKey 32 bytes, Ed25519
 * @throws Error with one line where there is no checkpoint that the key signed
 */
export async function openShardTree(folder: string, publicKey: Buffer): Promise<OpenTree> {
  const path = resolve(folder);
  const origin = shardOrigin(`${basename(dirname(path))}/${basename(path)}`);
  const { head, note } = await readSigned(join(path, "checkpoint"), origin, publicKey);
  const tree = new TileTree(head.size, async (place) => {
    const bytes = await readTile(path, place);
    if (bytes === null) throw new Error(`A tile of level ${place.level} is missing.`);
    return bytes;
  });
  return { head, note, tree };
}

/** A checkpoint of an origin that the key signed. @throws Error with one line */
export async function readSigned(file: string, origin: string, publicKey: Buffer) {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const note = parseNote(bytes);
  const head = note === null ? null : parseCheckpoint(note.text);
  if (note === null || head === null || head.origin !== origin)
    throw new Error(`${file} is no checkpoint of ${origin}.`);
  if (!isSignedBy(note, { name: origin, type: "signature", publicKey })) {
    throw new Error(`${file} was not signed by this key.`);
  }
  return { head, note: bytes.toString("utf8") };
}
