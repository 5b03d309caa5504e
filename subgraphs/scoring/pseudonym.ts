import { createHmac } from "node:crypto";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const length = 20;

/**
 * Pseudonym towards the evaluation: HMAC-SHA256 under a key of its own, the first 100 bits in base32 (RFC 4648, small letters).
 *
 * @param key hexadecimal, from `evaluationKey`
 * @param subject what it stands for, for example `person:<personRef>`
 */
export function pseudonym(key: string, subject: string): string {
  const bits = [...createHmac("sha256", Buffer.from(key, "hex")).update(subject).digest()]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  return Array.from({ length }, (_, at) => alphabet[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)]).join("");
}
