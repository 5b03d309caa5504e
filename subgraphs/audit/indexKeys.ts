import { open } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { readKeys } from "../../schema/accessLogKeys.ts";
import type { Database } from "../shell/openStore.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { erasure, indexedKeys, keyRow } from "./tables.ts";

/** Rows of one statement, so that its parameters stay below PostgreSQL's limit of 65,535. */
const rowsMax = 5_000;

/**
 * Brings the index of a shard's key table up to its files: new rows are taken in, and those that were erased go.
 *
 * @param shard `<instance>/<shard>`
 * @param known file → bytes that are indexed
 * @throws SubgraphError LOG_BROKEN where a row does not prove itself, or is gone and no erasure names it
 */
export async function indexKeys(
  database: Database,
  folder: string,
  shard: string,
  files: readonly string[],
  known: ReadonlyMap<string, number>,
): Promise<void> {
  const gone = known.keys().find((file) => !files.includes(file));
  if (gone !== undefined) return readAnew(database, folder, shard, files, gone);
  for (const file of files) {
    const from = known.get(file) ?? 0;
    await database.transaction((transaction) => takeIn(transaction, folder, shard, file, from));
  }
}

/** A file that is gone was written anew under another name, without the rows that were erased: all others must be there still. */
async function readAnew(
  database: Database,
  folder: string,
  shard: string,
  files: readonly string[],
  goneFile: string,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const before = await transaction.delete(keyRow).where(eq(keyRow.shard, shard)).returning({ token: keyRow.token });
    await transaction.delete(indexedKeys).where(eq(indexedKeys.shard, shard));
    for (const file of files) await takeIn(transaction, folder, shard, file, 0);
    const after = await transaction.select({ token: keyRow.token }).from(keyRow).where(eq(keyRow.shard, shard));
    const gone = new Set(before.map(({ token }) => token)).difference(new Set(after.map(({ token }) => token)));
    const erased = await transaction.select({ tokens: erasure.tokens }).from(erasure);
    if (gone.difference(new Set(erased.flatMap(({ tokens }) => tokens))).size > 0)
      throw broken(`${shard}/${goneFile}`, "Rows of the key table are missing that no erasure on record names.");
  });
}

async function takeIn(database: Database, folder: string, shard: string, file: string, from: number): Promise<void> {
  const bytes = await readFrom(join(folder, shard, file), from);
  if (bytes === null) throw broken(`${shard}/${file}`, "The key table was cut off.");
  const { rows, brokenLines, bytes: taken } = readKeys(bytes);
  if (brokenLines.length > 0) throw broken(`${shard}/${file}`, "A row of the key table does not prove itself.");
  if (taken === 0) return;
  const values = rows.map(({ token, kind, value }) => ({ token, kind, value, shard, file }));
  for (let each = 0; each < values.length; each += rowsMax) {
    await database
      .insert(keyRow)
      .values(values.slice(each, each + rowsMax))
      .onConflictDoNothing();
  }
  const place = { shard, file, bytes: from + taken };
  await database
    .insert(indexedKeys)
    .values(place)
    .onConflictDoUpdate({ target: [indexedKeys.shard, indexedKeys.file], set: { bytes: place.bytes } });
}

function broken(place: string, fault: string): SubgraphError {
  return new SubgraphError("LOG_BROKEN", `The access log does not verify at ${place}. ${fault}`);
}

/** @returns null where the file ends before */
async function readFrom(path: string, from: number): Promise<Buffer | null> {
  await using handle = await open(path);
  const { size } = await handle.stat();
  if (size < from) return null;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
  return buffer.subarray(0, bytesRead);
}
