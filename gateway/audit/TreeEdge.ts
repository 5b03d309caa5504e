import { CompactRange } from "../../schema/tlog/CompactRange.ts";
import { bundleEntries, entryBundle } from "../../schema/tlog/entryBundle.ts";
import { hashBytes, leafHash } from "../../schema/tlog/hashes.ts";
import { type TilePlace, tileWidth } from "../../schema/tlog/tilePath.ts";

/** A file of the tree. */
export interface TreeFile {
  readonly place: TilePlace;
  readonly bytes: Buffer;
}

/** Reads a file of the tree; rejects where there is none. */
export type ReadTreeFile = (place: TilePlace) => Promise<Buffer>;

/**
 * The right edge of a growing tree: what is not in a full tile yet. Entries go in, full tiles and bundles come out, and at any
 * time the partial ones and the root.
 */
export class TreeEdge {
  #size = 0;
  /** Hashes of the last tile of each level, fewer than 256. */
  readonly #levels: Buffer[][] = [];
  /** Entries of the last bundle, fewer than 256. */
  #entries: Buffer[] = [];
  #full: TreeFile[] = [];

  /** The edge of a tree whose files are there. Rejects where one is missing or has another length. */
  static async of(size: number, read: ReadTreeFile): Promise<TreeEdge> {
    const edge = new TreeEdge();
    edge.#size = size;
    for (let level = 0, inLevel = size; inLevel > 0; level += 1, inLevel = Math.floor(inLevel / tileWidth)) {
      const place = { level, index: Math.floor(inLevel / tileWidth), width: inLevel % tileWidth };
      const bytes = place.width === 0 ? Buffer.alloc(0) : await read(place);
      if (bytes.length !== place.width * hashBytes) throw new RangeError("A tile has not the length of its width.");
      edge.#levels.push(split(bytes));
    }
    const width = size % tileWidth;
    const bundle =
      width === 0 ? Buffer.alloc(0) : await read({ level: "entries", index: Math.floor(size / tileWidth), width });
    const entries = bundleEntries(bundle);
    if (entries?.length !== width) throw new RangeError("A bundle has not the entries of its width.");
    edge.#entries = [...entries];
    return edge;
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  add(entry: Buffer): void {
    this.#entries.push(entry);
    if (this.#entries.length === tileWidth) {
      const place = { level: "entries", index: Math.floor(this.#size / tileWidth), width: tileWidth } as const;
      this.#full.push({ place, bytes: entryBundle(this.#entries) });
      this.#entries = [];
    }
    this.#push(0, leafHash(entry), this.#size);
    this.#size += 1;
  }

  /** Full tiles and bundles that were completed since the last call. */
  takeFull(): readonly TreeFile[] {
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /** The partial tiles and the partial bundle of the present size. */
  partials(): readonly TreeFile[] {
    const tiles = this.#levels.flatMap((hashes, level) => {
      const index = Math.floor(this.#size / tileWidth ** (level + 1));
      return hashes.length === 0
        ? []
        : [{ place: { level, index, width: hashes.length }, bytes: Buffer.concat(hashes) }];
    });
    if (this.#entries.length === 0) return tiles;
    const place = { level: "entries", index: Math.floor(this.#size / tileWidth), width: this.#entries.length } as const;
    return [...tiles, { place, bytes: entryBundle(this.#entries) }];
  }

  root(): Buffer {
    const range = new CompactRange();
    for (const [level, hashes] of [...this.#levels.entries()].reverse()) {
      let at = 0;
      for (let height = 7; height >= 0; height -= 1) {
        if ((hashes.length & (1 << height)) === 0) continue;
        range.push(subtreeRoot(hashes.slice(at, at + (1 << height))), level * 8 + height);
        at += 1 << height;
      }
    }
    return range.root();
  }

  #push(level: number, hash: Buffer, index: number): void {
    const hashes = this.#levels[level] ?? [];
    this.#levels[level] = hashes;
    hashes.push(hash);
    if (hashes.length < tileWidth) return;
    const tile = Math.floor(index / tileWidth);
    this.#full.push({ place: { level, index: tile, width: tileWidth }, bytes: Buffer.concat(hashes) });
    this.#levels[level] = [];
    this.#push(level + 1, subtreeRoot(hashes), tile);
  }
}

function subtreeRoot(hashes: readonly Buffer[]): Buffer {
  const range = new CompactRange();
  for (const hash of hashes) range.push(hash);
  return range.root();
}

function split(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / hashBytes }, (_, each) =>
    Buffer.from(bytes.subarray(each * hashBytes, (each + 1) * hashBytes)),
  );
}
