import { CompactRange } from "./CompactRange.ts";
import { hashBytes, nodeHash } from "./hashes.ts";
import { type TilePlace, tileWidth } from "./tilePath.ts";

/** Reads a hash tile: at least `width` hashes. Rejects where there is none. */
export type ReadTile = (place: TilePlace & { readonly level: number }) => Promise<Buffer>;

/** Tile levels span as many levels of the tree. */
const heightOfTile = 8;

/** A tree of known size over its tiles: roots and proofs, by no more tiles than they need. */
export class TileTree {
  readonly size: number;
  readonly #read: ReadTile;
  readonly #kept = new Map<string, Promise<Buffer>>();

  constructor(size: number, read: ReadTile) {
    this.size = size;
    this.#read = read;
  }

  /** RFC 6962 root at a size up to that of the tree. */
  async rootAt(size: number): Promise<Buffer> {
    const range = new CompactRange();
    for (const { start, height } of perfectSubtrees(0, size)) range.push(await this.#subtree(start, height), height);
    return range.root();
  }

  /** RFC 6962, 2.1.1: audit path of a leaf in the tree at a size. */
  async inclusionProof(index: number, size: number): Promise<readonly Buffer[]> {
    const path = async (start: number, end: number): Promise<readonly Buffer[]> => {
      if (end - start <= 1) return [];
      const middle = start + splitOf(end - start);
      return index < middle
        ? [...(await path(start, middle)), await this.#range(middle, end)]
        : [...(await path(middle, end)), await this.#range(start, middle)];
    };
    return path(0, size);
  }

  /** RFC 6962, 2.1.2: that the tree at `size1` is the beginning of that at `size2`. */
  async consistencyProof(size1: number, size2: number): Promise<readonly Buffer[]> {
    const sub = async (start: number, end: number, isWhole: boolean): Promise<readonly Buffer[]> => {
      if (size1 === end) return isWhole ? [] : [await this.#range(start, end)];
      const middle = start + splitOf(end - start);
      return size1 <= middle
        ? [...(await sub(start, middle, isWhole)), await this.#range(middle, end)]
        : [...(await sub(middle, end, false)), await this.#range(start, middle)];
    };
    return size1 === 0 ? [] : sub(0, size2, true);
  }

  async leaf(index: number): Promise<Buffer> {
    return this.#subtree(index, 0);
  }

  async #range(start: number, end: number): Promise<Buffer> {
    const range = new CompactRange();
    for (const each of perfectSubtrees(start, end))
      range.push(await this.#subtree(each.start, each.height), each.height);
    return range.root();
  }

  /** Hash of the `2 ** height` leaves from `start` on, out of one tile. */
  async #subtree(start: number, height: number): Promise<Buffer> {
    const level = Math.floor(height / heightOfTile);
    const first = start / tileWidth ** level;
    const count = 2 ** (height - level * heightOfTile);
    const tile = await this.#tile(level, Math.floor(first / tileWidth));
    const offset = first % tileWidth;
    let hashes = Array.from({ length: count }, (_, each) =>
      tile.subarray((offset + each) * hashBytes, (offset + each + 1) * hashBytes),
    );
    while (hashes.length > 1) {
      hashes = Array.from({ length: hashes.length / 2 }, (_, each) =>
        nodeHash(hashes[2 * each] as Buffer, hashes[2 * each + 1] as Buffer),
      );
    }
    return Buffer.from(hashes[0] as Buffer);
  }

  #tile(level: number, index: number): Promise<Buffer> {
    const inLevel = Math.floor(this.size / tileWidth ** level);
    const width = Math.min(tileWidth, inLevel - index * tileWidth);
    const key = `${level}/${index}`;
    const kept = this.#kept.get(key) ?? this.#read({ level, index, width });
    this.#kept.set(key, kept);
    return kept;
  }
}

/** Largest power of two below a number of leaves greater than 1. */
function splitOf(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
}

/** The leaves from `start` to before `end` as perfect subtrees, left to right; `start` as aligned as proofs need it. */
function perfectSubtrees(start: number, end: number): readonly { readonly start: number; readonly height: number }[] {
  const subtrees: { start: number; height: number }[] = [];
  for (let at = start; at < end; ) {
    let height = 0;
    while (2 ** (height + 1) <= end - at) height += 1;
    subtrees.push({ start: at, height });
    at += 2 ** height;
  }
  return subtrees;
}
