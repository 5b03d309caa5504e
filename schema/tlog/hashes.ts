import { hash } from "node:crypto";

/** Bytes of a hash. */
export const hashBytes = 32;

/** Root of the tree without leaves. */
export const emptyRoot: Buffer = sha256(Buffer.alloc(0));

/** RFC 6962, 2.1: hash of a leaf. */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(Buffer.concat([leafPrefix, entry]));
}

/** RFC 6962, 2.1: hash of two subtrees. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([nodePrefix, left, right]));
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/**
 * In one call: an object that takes the bytes piece by piece costs more than the hash of a short entry. As text and then as bytes: Node
 * gives every buffer that it makes itself memory of its own, which costs twice the hash.
 */
function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash("sha256", bytes, "hex"), "hex");
}
