import { createHmac } from "node:crypto";

/** Share of the assessed cases that are drawn for a blind second rating. Invented. */
const drawnShare = 0.25;

/**
 * Whether a case is drawn for a blind second rating. The same key and case always give the same answer, and whoever has no key
 * cannot tell beforehand whose work will be rated again. Nothing of an assessment enters.
 *
 * @param key hexadecimal, from `evaluationKey`
 */
export function isDrawn(key: string, caseRef: string): boolean {
  const digest = createHmac("sha256", Buffer.from(key, "hex")).update(`second-rating:${caseRef}`).digest();
  return digest.readUInt32BE() < drawnShare * 2 ** 32;
}
