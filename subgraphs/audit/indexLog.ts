import type { Database } from "../shell/openStore.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { forgetShard } from "./forgetShard.ts";
import { indexKeys } from "./indexKeys.ts";
import { isEnded } from "./isEnded.ts";
import { listShards } from "./listShards.ts";
import { type LogPlace, readLog } from "./readLog.ts";
import { storePart } from "./storePart.ts";
import { indexed, indexedKeys } from "./tables.ts";
import { takeBackCut } from "./takeBackCut.ts";

/**
 * Brings the index up to the end of the log: all shards, each as far as it verifies. Idempotent, and safe beside another
 * process that does the same. A shard that ended by its rule goes from the index, too.
 *
 * @param now milliseconds since 1970, wall clock
 * @throws SubgraphError LOG_BROKEN or LOG_UNREADABLE, after everything before the fault and every other shard was indexed
 */
export async function indexLog(database: Database, folder: string, now: number = Date.now()): Promise<void> {
  const [fault] = await indexOnce(database, folder, now);
  if (fault === undefined) return;
  // What is erased while it is read looks like a fault until the order is read, too.
  const [again] = await indexOnce(database, folder, now);
  if (again !== undefined) throw again;
}

async function indexOnce(database: Database, folder: string, now: number): Promise<readonly unknown[]> {
  const shards = await readable(listShards(folder));
  const places = new Map(await indexedPlaces(database));
  for (const shard of places.keys()) {
    if (shards.has(shard) || !(await isEnded(folder, shard, now))) continue;
    await forgetShard(database, shard);
    places.delete(shard);
  }
  const faults: unknown[] = [];
  for (const shard of new Set([...shards.keys(), ...places.keys()])) {
    const files = shards.get(shard)?.journal ?? [];
    await indexShard(database, folder, shard, files, places.get(shard) ?? null).catch((fault) => faults.push(fault));
  }
  // After the journals: a row of a key table is on the disk before what names it.
  const keys = Map.groupBy(await database.select().from(indexedKeys), ({ shard }) => shard);
  const listed = await readable(listShards(folder));
  for (const shard of new Set([...listed.keys(), ...keys.keys()])) {
    const files = listed.get(shard)?.keys ?? [];
    const known = new Map((keys.get(shard) ?? []).map(({ file, bytes }) => [file, bytes]));
    await readable(indexKeys(database, folder, shard, files, known)).catch((fault) => faults.push(fault));
  }
  return faults;
}

async function indexShard(
  database: Database,
  folder: string,
  shard: string,
  files: readonly string[],
  place: LogPlace | null,
): Promise<void> {
  let from = place === null ? null : await readable(takeBackCut(database, folder, shard, files, place));
  await using parts = readLog(folder, shard, files, from);
  for (let next = await readable(parts.next()); !next.done; next = await readable(parts.next())) {
    if (!(await storePart(database, shard, from, next.value))) {
      const ahead = (await indexedPlaces(database)).get(shard) ?? null;
      return indexShard(database, folder, shard, files, ahead);
    }
    from = next.value.place;
  }
}

async function indexedPlaces(database: Database): Promise<ReadonlyMap<string, LogPlace>> {
  const rows = await database.select().from(indexed);
  return new Map(rows.map(({ shard, ...place }) => [shard, place]));
}

/** Errors of the file system carry paths; the requester reads a code. */
async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof SubgraphError ? error : new SubgraphError("LOG_UNREADABLE");
  }
}
