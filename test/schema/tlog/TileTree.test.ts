import { describe, expect, test } from "vitest";
import { CompactRange } from "../../../schema/tlog/CompactRange.ts";
import { emptyRoot, leafHash, nodeHash } from "../../../schema/tlog/hashes.ts";
import { TileTree } from "../../../schema/tlog/TileTree.ts";
import { parseTilePath, tilePath } from "../../../schema/tlog/tilePath.ts";
import { verifyConsistency } from "../../../schema/tlog/verifyConsistency.ts";
import { verifyInclusion } from "../../../schema/tlog/verifyInclusion.ts";

const leaves = Array.from({ length: 1_300 }, (_, each) => leafHash(Buffer.from(`entry ${each}`)));

/** RFC 6962, 2.1, word by word. */
function naiveRoot(of: readonly Buffer[]): Buffer {
  if (of.length === 0) return emptyRoot;
  if (of.length === 1) return of[0] as Buffer;
  let split = 1;
  while (split * 2 < of.length) split *= 2;
  return nodeHash(naiveRoot(of.slice(0, split)), naiveRoot(of.slice(split)));
}

/** Tiles as C2SP tlog-tiles defines them: the n-th tile of level l is MTH of 256^l leaves, 256 times. */
function treeOf(size: number): TileTree {
  return new TileTree(size, async ({ level, index, width }) => {
    const span = 256 ** level;
    const hashes = Array.from({ length: width }, (_, each) => {
      const start = (index * 256 + each) * span;
      return naiveRoot(leaves.slice(start, start + span));
    });
    return Buffer.concat(hashes);
  });
}

const sizes = [1, 2, 3, 7, 8, 255, 256, 257, 300, 511, 512, 513, 1_000, 1_300];

describe("A tree over its tiles", () => {
  test.each(sizes)("of %i leaves has the root that RFC 6962 defines, and so has the compact range", async (size) => {
    const expected = naiveRoot(leaves.slice(0, size));
    const range = new CompactRange();
    for (const leaf of leaves.slice(0, size)) range.push(leaf);
    expect(range.root().equals(expected)).toBe(true);
    expect((await treeOf(size).rootAt(size)).equals(expected)).toBe(true);
    expect((await treeOf(1_300).rootAt(size)).equals(expected)).toBe(true);
  });

  test.each(sizes)("of %i leaves proves each of some leaves, and no other", async (size) => {
    const root = naiveRoot(leaves.slice(0, size));
    for (const index of new Set(
      [0, 1, 2, 254, 255, 256, size - 2, size - 1].filter((each) => each >= 0 && each < size),
    )) {
      const proof = await treeOf(1_300).inclusionProof(index, size);
      expect(verifyInclusion(index, size, leaves[index] as Buffer, root, proof)).toBe(true);
      expect(verifyInclusion(index, size, leaves[index + 1] ?? emptyRoot, root, proof)).toBe(false);
      expect(verifyInclusion(index + 1, size, leaves[index] as Buffer, root, proof)).toBe(false);
    }
  });

  test("proves of each size that it is the beginning of each larger one", async () => {
    for (const size1 of sizes) {
      for (const size2 of sizes.filter((each) => each >= size1)) {
        const roots = [size1, size2].map((size) => naiveRoot(leaves.slice(0, size))) as [Buffer, Buffer];
        const proof = await treeOf(1_300).consistencyProof(size1, size2);
        expect(verifyConsistency(size1, size2, ...roots, proof)).toBe(true);
        expect(verifyConsistency(size1, size2, emptyRoot, roots[1], proof)).toBe(false);
      }
    }
  });
});

test.each([
  [{ level: 0, index: 0, width: 256 }, "tile/0/000"],
  [{ level: 63, index: 1_234_067, width: 8 }, "tile/63/x001/x234/067.p/8"],
  [{ level: "entries", index: 999, width: 256 }, "tile/entries/999"],
  [{ level: "entries", index: 1_000, width: 255 }, "tile/entries/x001/000.p/255"],
] as const)("The place %j is at %s", (place, path) => {
  expect(tilePath(place)).toBe(path);
  expect(parseTilePath(path)).toEqual(place);
});

test.each([
  "tile/64/000",
  "tile/00/000",
  "tile/0/0",
  "tile/0/x000/001",
  "tile/0/000.p/0",
  "tile/0/000.p/256",
  "tile/0/000.p/01",
  "tile/0/../checkpoint",
  "tile/data/000",
  "tile/0/000/",
])("%s is no tile", (path) => {
  expect(parseTilePath(path)).toBeNull();
});
