import { createReadStream } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { inArray } from "drizzle-orm";
import { type KeyRow, readKeys } from "../../../schema/accessLogKeys.ts";
import type { Database } from "../../shell/openStore.ts";
import { keyRow } from "../tables.ts";

/**
 * The rows of the key tables that tell these tokens, with the keys by which each proves itself: the index has none, the files do.
 *
 * @returns token → row; without those that are erased
 * @throws the error of the system where a file cannot be read
 */
export async function readKeyRows(
  folder: string,
  tokens: ReadonlySet<string>,
  database: Database,
): Promise<ReadonlyMap<string, KeyRow>> {
  const places = await database
    .selectDistinct({ shard: keyRow.shard, file: keyRow.file })
    .from(keyRow)
    .where(inArray(keyRow.token, [...tokens]));
  const found = new Map<string, KeyRow>();
  for (const { shard, file } of places) {
    const { rows } = readKeys(await buffer(createReadStream(join(folder, shard, file))));
    for (const row of rows) if (tokens.has(row.token)) found.set(row.token, row);
  }
  return new Map([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
}
