import { createHmac } from "node:crypto";
import { estimateShare } from "./estimateShare.ts";

/**
 * Whether a case is drawn for an own estimate. The same key and case always give the same answer, so that a draw can be checked; whoever
 * has no key cannot tell beforehand, and the number of a case is none that its proposer chooses. Nothing of person or score enters.
 *
 * @param key hexadecimal, from `directory.draw_key`
 */
export function isDrawnForEstimate(key: string, caseRef: string): boolean {
  const digest = createHmac("sha256", Buffer.from(key, "hex")).update(`own-estimate:${caseRef}`).digest();
  return digest.readUInt32BE() < estimateShare * 2 ** 32;
}
