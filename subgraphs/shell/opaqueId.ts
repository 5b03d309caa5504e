import { createHash, randomBytes } from "node:crypto";

/** Crockford's base 32: no letters that are taken for digits. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 16;

/**
 * Id of a record that tells nothing: neither of which case or person it is, nor how many there are beside it. Ids travel to
 * offices that may see the record and not the case it came from.
 *
 * @param prefix kind of record, for example `CV`
 * @param drawnFrom what the id is worked out from, where the same must give the same: the seed of a synthetic row, or a secret
 *   that only this record was made by
 */
export function opaqueId(prefix: string, drawnFrom: string | null = null): string {
  const bytes =
    drawnFrom === null ? randomBytes(length) : createHash("sha256").update(`${prefix} ${drawnFrom}`).digest();
  return `${prefix}-${[...bytes.subarray(0, length)].map((byte) => digits[byte % digits.length]).join("")}`;
}
