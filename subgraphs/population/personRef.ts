import { hash } from "node:crypto";

/** Crockford's base 32: without I, L, O and U, so no drawn reference equals one of the showcase's. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 12;

/**
 * Opaque reference of a drawn person, `P-` and 12 characters: 60 bits of SHA-256 over seed and index. That two of a million
 * persons share one has a chance of 4 in ten million; storage would refuse the second.
 */
export function personRef(seed: number, index: number): string {
  const digest = hash("sha256", `person/${seed}/${index}`, "buffer");
  return `P-${Array.from(digest.subarray(0, length), (byte) => digits[byte % digits.length]).join("")}`;
}
