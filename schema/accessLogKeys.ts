import { createHmac } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonicalJson.ts";

// The key table of a shard: what a token of the access log stands for. Its rows can be erased, its entries cannot.

/** What can stand behind a token. */
export const keyKinds = ["case", "person", "reason"] as const;

export type KeyKind = (typeof keyKinds)[number];

/** One row. It proves itself: nobody can put another value behind a token. */
export const keyRow = z.strictObject({
  /** 32 random bytes, hexadecimal. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(keyKinds),
  token: z.string(),
  value: z.string(),
});

export type KeyRow = z.infer<typeof keyRow>;

/**
 * Token of a value: HMAC-SHA-256 of `<kind>:<value>` under the row's key, base64url. It binds the value for whoever has the
 * key, and tells nothing to anybody else.
 *
 * @param key 32 bytes, hexadecimal
 */
export function tokenOf(key: string, kind: KeyKind, value: string): string {
  return createHmac("sha256", Buffer.from(key, "hex")).update(`${kind}:${value}`).digest("base64url");
}

/** A row as it stands in the file, without its newline. */
export function keyRowText(row: KeyRow): string {
  return canonicalJson(row);
}

/** What reading a file of the key table found. */
export interface KeyReading {
  readonly rows: readonly KeyRow[];
  /** Numbers of the lines, from 0, that are no rows or do not prove themselves. */
  readonly brokenLines: readonly number[];
  /** Bytes behind the last newline: an interrupted write, or one under way. */
  readonly tornBytes: number;
  /** Bytes up to the last newline. */
  readonly bytes: number;
}

/** Reads rows and checks each. Pure. */
export function readKeys(bytes: Uint8Array): KeyReading {
  const end = bytes.lastIndexOf(0x0a) + 1;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, end).toString("utf8");
  const lines = text === "" ? [] : text.slice(0, -1).split("\n");
  const rows: KeyRow[] = [];
  const brokenLines: number[] = [];
  lines.forEach((line, number) => {
    const row = parseRow(line);
    if (row === null) brokenLines.push(number);
    else rows.push(row);
  });
  return { rows, brokenLines, tornBytes: bytes.length - end, bytes: end };
}

/** Only the exact text of a row is one: otherwise a byte could be changed unseen. */
function parseRow(line: string): KeyRow | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return null;
  }
  const row = keyRow.safeParse(parsed);
  if (!row.success || keyRowText(row.data) !== line) return null;
  return tokenOf(row.data.key, row.data.kind, row.data.value) === row.data.token ? row.data : null;
}
