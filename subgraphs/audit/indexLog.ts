import type { Database } from "../shell/openStore.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { listSegments } from "./listSegments.ts";
import { type LogPlace, readLog } from "./readLog.ts";
import { storePart } from "./storePart.ts";
import { indexed } from "./tables.ts";

/**
 * Brings the index up to the end of the log: all instances, each as far as it verifies. Idempotent, and safe beside another
 * process that does the same.
 *
 * @throws SubgraphError LOG_BROKEN or LOG_UNREADABLE, after everything before the fault and every other instance was indexed
 */
export async function indexLog(database: Database, folder: string): Promise<void> {
  const places = await indexedPlaces(database);
  const segments = await readable(listSegments(folder));
  const faults: unknown[] = [];
  for (const instance of new Set([...segments.keys(), ...places.keys()])) {
    const files = segments.get(instance) ?? [];
    await indexInstance(database, folder, instance, files, places.get(instance) ?? null).catch((fault) =>
      faults.push(fault),
    );
  }
  if (faults.length > 0) throw faults[0];
}

async function indexInstance(
  database: Database,
  folder: string,
  instance: string,
  files: readonly string[],
  place: LogPlace | null,
): Promise<void> {
  const parts = readLog(folder, instance, files, place);
  let from = place;
  for (let next = await readable(parts.next()); !next.done; next = await readable(parts.next())) {
    if (!(await storePart(database, instance, from, next.value))) {
      const ahead = (await indexedPlaces(database)).get(instance) ?? null;
      await parts.return(undefined);
      return indexInstance(database, folder, instance, files, ahead);
    }
    from = next.value.place;
  }
}

async function indexedPlaces(database: Database): Promise<ReadonlyMap<string, LogPlace>> {
  const rows = await database.select().from(indexed);
  return new Map(rows.map(({ instance, ...place }) => [instance, place]));
}

/** Errors of the file system carry paths; the requester reads a code. */
async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof SubgraphError ? error : new SubgraphError("LOG_UNREADABLE");
  }
}
