import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rawPublicKey } from "../../schema/tlog/noteKey.ts";

const pem = /-----BEGIN [A-Z ]+-----[\s\S]+?-----END [A-Z ]+-----/g;

/**
 * Public keys of the gateways' logs, 32 bytes each: of the PEM blocks in the file that `SICHTFELD_LOG_PUBLIC_KEY_FILE` names, or in one process
 * of the key that signs. None where no such file can be read: then no statement of a shard that ended is believed. Read anew each time.
 */
export function logPublicKeys(): readonly Buffer[] {
  const { SICHTFELD_LOG_PUBLIC_KEY_FILE, SICHTFELD_LOG_KEY_FILE, SICHTFELD_DATA = ".data" } = process.env;
  const file = SICHTFELD_LOG_PUBLIC_KEY_FILE ?? SICHTFELD_LOG_KEY_FILE ?? join(SICHTFELD_DATA, "access-log-key.pem");
  try {
    return (readFileSync(file, "utf8").match(pem) ?? []).map((block) => rawPublicKey(createPublicKey(block)));
  } catch {
    return [];
  }
}
