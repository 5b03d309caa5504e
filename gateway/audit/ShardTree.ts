import type { KeyObject } from "node:crypto";
import { shardOrigin } from "../../schema/accessLogNames.ts";
import { type Checkpoint, checkpointText, parseCheckpoint } from "../../schema/tlog/checkpoint.ts";
import { hashBytes, leafHash } from "../../schema/tlog/hashes.ts";
import { rawPublicKey } from "../../schema/tlog/noteKey.ts";
import { isSignedBy, parseNote, signatureLine } from "../../schema/tlog/signedNote.ts";
import { type TilePlace, tileWidth } from "../../schema/tlog/tilePath.ts";
import { AccessLogError } from "./AccessLogError.ts";
import { journalLeaves } from "./journalLeaves.ts";
import type { ShardFolder } from "./LogFolder.ts";
import { TreeEdge } from "./TreeEdge.ts";
import type { TreeFiles } from "./treeFiles.ts";

/** A checkpoint that was published. */
export interface PublishedCheckpoint extends Checkpoint {
  /** Text and the log's own signature. */
  readonly note: string;
}

/**
 * The tree of one shard as it is published: tiles, bundles and a checkpoint, from the journal's durable entries. What it has
 * signed once it never contradicts: a journal that does not lead there any more is not published.
 */
export class ShardTree {
  readonly origin: string;
  readonly files: TreeFiles;
  readonly #key: KeyObject;
  readonly #edge: TreeEdge;
  #published: PublishedCheckpoint | null;
  /** Places of partial files that stand, as `level/index`; null: those of an earlier process, which are not known. */
  #partial: ReadonlySet<string> | null = null;

  private constructor(
    origin: string,
    files: TreeFiles,
    key: KeyObject,
    edge: TreeEdge,
    published: PublishedCheckpoint | null,
  ) {
    this.origin = origin;
    this.files = files;
    this.#key = key;
    this.#edge = edge;
    this.#published = published;
  }

  /**
   * Goes on where the last checkpoint stands, with all entries of the journal behind it. Tiles that are missing or do not lead to
   * the checkpoint are made again of the journal.
   *
   * @param durable number of leaves that are durable; null: all that the journal holds
   * @throws AccessLogError TREE_BROKEN where the checkpoint is not this log's, or the journal does not lead to it
   */
  static async open(
    folder: Pick<ShardFolder, "name" | "list" | "read">,
    files: TreeFiles,
    key: KeyObject,
    durable: number | null,
  ): Promise<ShardTree> {
    const origin = shardOrigin(folder.name);
    const published = readPublished(await files.readCheckpoint(), origin, key);
    const size = published?.size ?? 0;
    const kept = await TreeEdge.of(size, files.read).catch(() => null);
    const leads = kept !== null && (published === null || kept.root().equals(published.root));
    const edge = leads ? kept : new TreeEdge();
    let last = leads && size > 0 ? await lastLeaf(size, files) : null;
    for await (const entries of journalLeaves(folder, edge.size - (last === null ? 0 : 1))) {
      for (const entry of entries) {
        if (last !== null) {
          if (!leafHash(Buffer.from(entry)).equals(last)) throw new AccessLogError("TREE_BROKEN");
          last = null;
          continue;
        }
        if (edge.size === durable) break;
        edge.add(Buffer.from(entry));
        if (!leads && edge.size === size && !edge.root().equals(published?.root ?? Buffer.alloc(0))) {
          throw new AccessLogError("TREE_BROKEN");
        }
      }
    }
    if (last !== null || edge.size < size) throw new AccessLogError("TREE_BROKEN");
    return new ShardTree(origin, files, key, edge, published);
  }

  /** Entries in the tree, published or not. */
  get size(): number {
    return this.#edge.size;
  }

  get published(): PublishedCheckpoint | null {
    return this.#published;
  }

  /** Takes entries that are durable; those that are in the tree already are passed over. @throws RangeError where some are missing */
  add(firstLeaf: number, entries: readonly string[]): void {
    if (firstLeaf > this.#edge.size) throw new RangeError("Entries are missing.");
    for (const entry of entries.slice(this.#edge.size - firstLeaf)) this.#edge.add(Buffer.from(entry));
  }

  /** Writes what is new, then signs the head over it. Null where nothing is new. */
  async publish(): Promise<PublishedCheckpoint | null> {
    const edge = this.#edge;
    if (edge.size === 0 || edge.size === this.#published?.size) return null;
    const head = { origin: this.origin, size: edge.size, root: edge.root() };
    const partials = edge.partials();
    const written = [...edge.takeFull(), ...partials];
    await this.files.write(written);
    const text = checkpointText(head);
    const note = `${text}\n${signatureLine(text, this.origin, this.#key)}`;
    await this.files.writeCheckpoint(Buffer.from(note));
    this.#published = { ...head, note };
    // Only now: until the head stands, the one before it does, on the files that it was written with.
    for (const { place } of written)
      if (this.#partial?.has(placeName(place)) !== false) await this.files.removeNarrower(place);
    this.#partial = new Set(partials.map(({ place }) => placeName(place)));
    return this.#published;
  }
}

function placeName({ level, index }: TilePlace): string {
  return `${level}/${index}`;
}

/** Hash of the last leaf of a tree whose tiles are there: the journal must have it. */
async function lastLeaf(size: number, files: TreeFiles): Promise<Buffer> {
  const index = Math.floor((size - 1) / tileWidth);
  const tile = await files.read({ level: 0, index, width: size - index * tileWidth });
  return tile.subarray(-hashBytes);
}

function readPublished(bytes: Buffer | null, origin: string, key: KeyObject): PublishedCheckpoint | null {
  if (bytes === null) return null;
  const note = parseNote(bytes);
  const head = note === null ? null : parseCheckpoint(note.text);
  const own = { name: origin, type: "signature", publicKey: rawPublicKey(key) } as const;
  if (note === null || head?.origin !== origin || !isSignedBy(note, own)) throw new AccessLogError("TREE_BROKEN");
  return { ...head, note: bytes.toString("utf8") };
}
