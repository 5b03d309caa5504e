import type { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { importJWK, importSPKI } from "jose";

/**
 * The public key that grants are verified with.
 *
 * @param file SPKI PEM or JWK of an Ed25519 key, named by SICHTFELD_GRANT_PUBLIC_KEY_FILE; undefined where it is not set
 * @throws Error with one line that says what the file must be
 */
export async function readGrantPublicKey(file: string | undefined): Promise<webcrypto.CryptoKey> {
  const wanted = "the gateway's public key for grants (Ed25519, SPKI PEM or JWK)";
  if (file === undefined) throw new Error(`SICHTFELD_GRANT_PUBLIC_KEY_FILE must name ${wanted}.`);
  const text = read(file);
  try {
    if (text === null) throw new Error("unreadable");
    const key = text.trimStart().startsWith("{")
      ? await importJWK(JSON.parse(text), "EdDSA")
      : await importSPKI(text, "EdDSA");
    if (key instanceof Uint8Array || key.type !== "public") throw new Error("no public key");
    return key;
  } catch {
    throw new Error(`SICHTFELD_GRANT_PUBLIC_KEY_FILE: ${file} must be ${wanted}.`);
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
