import { createCipheriv, randomBytes, randomUUID } from "node:crypto";
import type { SealedAssessment } from "./SealedAssessment.ts";
import { sealFormat } from "./sealFormat.ts";

/**
 * Seals an assessment, so that what is recorded later is what was read, though no server kept it in between. Opaque to the
 * client, which learns nothing of the inputs, nor by its length how many there are.
 *
 * @param key 32 bytes
 * @param now wall clock in milliseconds: the seal lives 15 minutes from then
 */
export function sealAssessment(content: SealedAssessment, key: Buffer, now: number): string {
  const nonce = randomBytes(sealFormat.nonceBytes);
  const cipher = createCipheriv(sealFormat.cipher, key, nonce, { authTagLength: sealFormat.tagBytes });
  cipher.setAAD(sealFormat.context);
  const plain = Buffer.from(JSON.stringify({ ...content, sealId: randomUUID(), issuedAt: now }));
  const filled = Buffer.alloc(Math.ceil(plain.length / sealFormat.stepBytes) * sealFormat.stepBytes, " ");
  plain.copy(filled);
  const sealed = Buffer.concat([cipher.update(filled), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}
