import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { sealFormat } from "./sealFormat.ts";

let known: Buffer | null = null;

/**
 * Key of the seals: from the file that `SICHTFELD_SEAL_KEY_FILE` names (64 hexadecimal digits, shared by all processes of the
 * subgraph), else a random one of this process, with which seals end when it does.
 *
 * @throws when the file cannot be read or holds no such key
 */
export function sealKey(): Buffer {
  known ??= readSealKey(process.env.SICHTFELD_SEAL_KEY_FILE ?? null);
  return known;
}

/** @param file null: a random key */
export function readSealKey(file: string | null): Buffer {
  if (file === null) return randomBytes(sealFormat.keyBytes);
  const digits = readFileSync(file, "utf8").trim();
  if (!/^[0-9a-f]{64}$/i.test(digits)) {
    throw new Error(
      "The file named by SICHTFELD_SEAL_KEY_FILE must hold 64 hexadecimal digits. Make one: openssl rand -hex 32",
    );
  }
  return Buffer.from(digits, "hex");
}
