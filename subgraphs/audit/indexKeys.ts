import { open } from "node:fs/promises";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { readKeys } from "../../schema/accessLogKeys.ts";
import type { Database } from "../shell/openStore.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { indexedKeys, keyRow } from "./tables.ts";

/** Rows of one statement, so that its parameters stay below PostgreSQL's limit of 65,535. */
const rowsMax = 5_000;

/**
 * Brings the index of a shard's key table up to its files: new rows are taken in, and those of files that are gone go too.
 *
 * @param shard `<instance>/<shard>`
 * @param known file → bytes that are indexed
 * @throws SubgraphError LOG_BROKEN where a row does not prove itself
 */
export async function indexKeys(
  database: Database,
  folder: string,
  shard: string,
  files: readonly string[],
  known: ReadonlyMap<string, number>,
): Promise<void> {
  for (const file of known.keys()) if (!files.includes(file)) await forget(database, shard, file);
  for (const file of files) {
    const from = known.get(file) ?? 0;
    const bytes = await readFrom(join(folder, shard, file), from);
    const { rows, brokenLines, bytes: taken } = readKeys(bytes);
    if (brokenLines.length > 0) {
      throw new SubgraphError(
        "LOG_BROKEN",
        `The access log does not verify at ${shard}/${file}. A row of the key table does not prove itself.`,
      );
    }
    if (taken === 0) continue;
    const values = rows.map(({ token, kind, value }) => ({ token, kind, value, shard, file }));
    await database.transaction(async (transaction) => {
      for (let each = 0; each < values.length; each += rowsMax) {
        await transaction
          .insert(keyRow)
          .values(values.slice(each, each + rowsMax))
          .onConflictDoNothing();
      }
      const place = { shard, file, bytes: from + taken };
      await transaction
        .insert(indexedKeys)
        .values(place)
        .onConflictDoUpdate({ target: [indexedKeys.shard, indexedKeys.file], set: { bytes: place.bytes } });
    });
  }
}

async function forget(database: Database, shard: string, file: string): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.delete(keyRow).where(and(eq(keyRow.shard, shard), eq(keyRow.file, file)));
    await transaction.delete(indexedKeys).where(and(eq(indexedKeys.shard, shard), eq(indexedKeys.file, file)));
  });
}

async function readFrom(path: string, from: number): Promise<Buffer> {
  await using handle = await open(path);
  const { size } = await handle.stat();
  const { buffer, bytesRead } = await handle.read(
    Buffer.alloc(Math.max(0, size - from)),
    0,
    Math.max(0, size - from),
    from,
  );
  return buffer.subarray(0, bytesRead);
}
