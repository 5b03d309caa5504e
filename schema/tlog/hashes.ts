import { createHash } from "node:crypto";

/** Bytes of a hash. */
export const hashBytes = 32;

/** Root of the tree without leaves. */
export const emptyRoot: Buffer = createHash("sha256").digest();

/** RFC 6962, 2.1: hash of a leaf. */
export function leafHash(entry: Uint8Array): Buffer {
  return createHash("sha256").update(leafPrefix).update(entry).digest();
}

/** RFC 6962, 2.1: hash of two subtrees. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(nodePrefix).update(left).update(right).digest();
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);
