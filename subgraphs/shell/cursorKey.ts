import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";

let known: Buffer | null = null;

/**
 * Key of the cursors: from the file that SICHTFELD_CURSOR_KEY_FILE names (64 hexadecimal digits, shared by all processes of a
 * subgraph), else a random one of this process, with which cursors end when it does.
 *
 * @throws Error with one line when the file cannot be read or holds no such key
 */
export function cursorKey(): Buffer {
  known ??= readKey(process.env.SICHTFELD_CURSOR_KEY_FILE ?? null);
  return known;
}

function readKey(file: string | null): Buffer {
  if (file === null) return randomBytes(32);
  const digits = readFileSync(file, "utf8").trim();
  if (/^[0-9a-f]{64}$/i.test(digits)) return Buffer.from(digits, "hex");
  throw new Error("The file named by SICHTFELD_CURSOR_KEY_FILE must hold 64 hexadecimal digits.");
}
