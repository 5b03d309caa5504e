import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";

/** The gateway's key pair for grants. */
export interface GrantKeys {
  readonly privateKey: webcrypto.CryptoKey;
  readonly publicKey: webcrypto.CryptoKey;
}

/**
 * Reads the key from a file; without one, makes a pair that lives as long as the process.
 *
 * @param file private key, PKCS #8 PEM, Ed25519
 * @throws Error with one line that says what the file must be
 */
export async function grantKeys(file: string | null): Promise<GrantKeys> {
  const privateKey = file === null ? generateKeyPairSync("ed25519").privateKey : readKey(file);
  const publicKey = createPublicKey(privateKey);
  return {
    privateKey: await imported(privateKey, "pkcs8", "sign"),
    publicKey: await imported(publicKey, "spki", "verify"),
  };
}

function readKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Unreadable and unusable files are mended in the same way.
  }
  throw new Error(`SICHTFELD_GRANT_KEY_FILE: ${file} must be a readable Ed25519 private key (PKCS #8 PEM).`);
}

function imported(key: KeyObject, format: "pkcs8" | "spki", usage: "sign" | "verify"): Promise<webcrypto.CryptoKey> {
  const bytes = key.export({ type: format, format: "der" } as never) as unknown as Uint8Array<ArrayBuffer>;
  return webcrypto.subtle.importKey(format, bytes, "Ed25519", false, [usage]);
}
