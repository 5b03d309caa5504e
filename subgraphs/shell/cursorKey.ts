import { randomBytes } from "node:crypto";
import { readKeyFile } from "./readKeyFile.ts";

let known: Buffer | null = null;

/**
 * Key of the cursors: from the file that SICHTFELD_CURSOR_KEY_FILE names (64 hexadecimal digits, shared by all processes of a
 * subgraph), else a random one of this process, with which cursors end when it does.
 *
 * @throws Error with one line when the file cannot be read or holds no such key
 */
export function cursorKey(): Buffer {
  const file = process.env.SICHTFELD_CURSOR_KEY_FILE;
  known ??= file === undefined ? randomBytes(32) : readKeyFile("SICHTFELD_CURSOR_KEY_FILE", file);
  return known;
}
