import { createDecipheriv } from "node:crypto";
import type { SealedAssessment } from "./SealedAssessment.ts";
import { sealFormat } from "./sealFormat.ts";

/** A seal that opened. */
export interface OpenedSeal extends SealedAssessment {
  /** Tells this seal from every other, so that what it records is recorded once. */
  readonly sealId: string;
}

/**
 * Opens a seal.
 *
 * @param now wall clock in milliseconds
 * @returns null for a seal of another key, one that was tampered with, and one older than 15 minutes or from the future
 */
export function openSeal(seal: string, key: Buffer, now: number): OpenedSeal | null {
  const bytes = Buffer.from(seal, "base64url");
  const { nonceBytes, tagBytes, lifeMinutes, clockSkewSeconds } = sealFormat;
  if (bytes.length <= nonceBytes + tagBytes) return null;
  const plain = decrypted(bytes, key);
  if (plain === null) return null;
  const { issuedAt, ...content } = JSON.parse(plain) as OpenedSeal & { readonly issuedAt: number };
  const age = now - issuedAt;
  return age >= -1000 * clockSkewSeconds && age <= lifeMinutes * 60_000 ? content : null;
}

function decrypted(bytes: Buffer, key: Buffer): string | null {
  const { cipher, context, nonceBytes, tagBytes } = sealFormat;
  const decipher = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(context);
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
  } catch {
    // The tag does not fit: another key, or a changed seal. Which of them is nobody's business.
    return null;
  }
}
