import { hashBytes, nodeHash } from "./hashes.ts";

/**
 * Whether the tree of the first size and root is the beginning of the second (RFC 9162, 2.1.4.2). Of a tree without leaves there
 * is nothing to prove.
 */
export function verifyConsistency(
  size1: number,
  size2: number,
  root1: Uint8Array,
  root2: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(size1) || !Number.isSafeInteger(size2) || size1 < 1 || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && Buffer.from(root1).equals(root2);
  if ([root1, root2, ...proof].some((hash) => hash.length !== hashBytes)) return false;
  const isPowerOfTwo = Number.isInteger(Math.log2(size1)) && 2 ** Math.log2(size1) === size1;
  const [start, ...rest] = isPowerOfTwo ? [root1, ...proof] : proof;
  if (start === undefined) return false;
  let [place, last] = [size1 - 1, size2 - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let hash1: Buffer = Buffer.from(start);
  let hash2: Buffer = hash1;
  for (const beside of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      [hash1, hash2] = [nodeHash(beside, hash1), nodeHash(beside, hash2)];
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else hash2 = nodeHash(hash2, beside);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && hash1.equals(root1) && hash2.equals(root2);
}

/** Not a shift: sizes may have more than 32 bits. */
function half(value: number): number {
  return Math.floor(value / 2);
}
