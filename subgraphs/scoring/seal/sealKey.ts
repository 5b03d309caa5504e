import { randomBytes } from "node:crypto";
import { readKeyFile } from "../../shell/readKeyFile.ts";
import { sealFormat } from "./sealFormat.ts";

let known: Buffer | null = null;

/**
 * Key of the seals: from the file that `SICHTFELD_SEAL_KEY_FILE` names (64 hexadecimal digits, shared by all processes of the
 * subgraph), else a random one of this process, with which seals end when it does.
 *
 * @throws Error with one line when the file cannot be read or holds no such key
 */
export function sealKey(): Buffer {
  known ??= readSealKey(process.env.SICHTFELD_SEAL_KEY_FILE ?? null);
  return known;
}

/** @param file null: a random key */
export function readSealKey(file: string | null): Buffer {
  return file === null ? randomBytes(sealFormat.keyBytes) : readKeyFile("SICHTFELD_SEAL_KEY_FILE", file);
}
