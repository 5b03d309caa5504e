import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseVerifierKey, rawPublicKey } from "../../../schema/tlog/noteKey.ts";

/**
 * The 32 bytes of an Ed25519 public key in a file: PEM, or a verifier key.
 *
 * @throws Error with one line that says what the file must be
 */
export function readPublicKey(file: string): Buffer {
  try {
    const text = readFileSync(file, "utf8");
    if (!text.includes("-----BEGIN")) return parseVerifierKey(text).publicKey;
    const key = createPublicKey(text);
    if (key.asymmetricKeyType === "ed25519") return rawPublicKey(key);
  } catch {
    // Unreadable and unusable files are mended in the same way.
  }
  throw new Error(`${file} must be a readable Ed25519 public key (PEM) or a verifier key.`);
}
