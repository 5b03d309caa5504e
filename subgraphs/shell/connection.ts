import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import { cursorKey } from "./cursorKey.ts";
import { SubgraphError } from "./SubgraphError.ts";

/** Largest page of a connection. */
export const pageSizeMax = 200;

/** Arguments of a connection (Relay). */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Relay connection as the contract has it. */
export interface Connection<N> {
  readonly edges: readonly { readonly cursor: string; readonly node: N }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Asked of the database only when it is selected; null where this is not counted. */
  readonly totalCount: () => Promise<number | null>;
}

/**
 * Size of the page that was asked for.
 *
 * @throws SubgraphError INVALID_INPUT outside 1 to 200
 */
export function pageSize({ first }: PageArguments): number {
  const size = first ?? 20;
  if (size < 1 || size > pageSizeMax) {
    throw new SubgraphError("INVALID_INPUT", `first must be between 1 and ${pageSizeMax}.`, "first");
  }
  return size;
}

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Cursor of a row: the values it is ordered by, sealed, because they are names and references. The nonce is worked out from
 * the values, so that the same row has the same cursor.
 */
export function encodeCursor(keys: readonly (string | number)[]): string {
  const text = JSON.stringify(keys);
  const nonce = createHmac("sha256", cursorKey()).update(text).digest().subarray(0, nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", cursorKey(), nonce, { authTagLength: tagBytes });
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/**
 * The values behind a cursor; null without one.
 *
 * @param length number of values that the order has
 * @throws SubgraphError INVALID_INPUT for a cursor that this list did not give out
 */
export function decodeCursor({ after }: PageArguments, length: number): readonly (string | number)[] | null {
  if (after === null || after === undefined) return null;
  const keys = openCursor(Buffer.from(after, "base64url"));
  if (Array.isArray(keys) && keys.length === length) return keys;
  throw new SubgraphError("INVALID_INPUT", "after is no cursor of this list. Use an endCursor it gave out.", "after");
}

/** @returns null for what `encodeCursor` did not make */
function openCursor(sealed: Buffer): (string | number)[] | null {
  try {
    const decipher = createDecipheriv("aes-256-gcm", cursorKey(), sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return JSON.parse(text.toString());
  } catch {
    return null;
  }
}

/**
 * Makes a connection of rows that were read with one row more than the page holds.
 *
 * @param rows at most `size + 1` rows in the order of the list
 * @param keysOf values that order a row, for its cursor
 */
export function connection<R, N>(
  rows: readonly R[],
  size: number,
  args: PageArguments,
  keysOf: (row: R) => readonly (string | number)[],
  nodeOf: (row: R) => N,
  totalCount: () => Promise<number | null>,
): Connection<N> {
  const edges = rows.slice(0, size).map((row) => ({ cursor: encodeCursor(keysOf(row)), node: nodeOf(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: args.after !== null && args.after !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
