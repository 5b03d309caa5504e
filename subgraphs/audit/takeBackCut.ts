import { stat } from "node:fs/promises";
import { join } from "node:path";
import { and, eq, gte, inArray } from "drizzle-orm";
import { chainStart, readChain } from "../../schema/accessLogChain.ts";
import type { SegmentEntry } from "../../schema/accessLogFormat.ts";
import type { Database } from "../shell/openStore.ts";
import { readHead } from "./readHead.ts";
import type { LogPlace } from "./readLog.ts";
import { accessReview, decisionPlace, erasure, identification, indexed, operation, subject } from "./tables.ts";

/**
 * Takes back what was indexed of a write that failed: the gateway has cut it off since and says so in the next segment. Nothing of it was ever
 * acknowledged. A file that is shorter for any other reason stays a fault.
 *
 * @param files all segments of the shard in order
 * @returns where reading goes on
 */
export async function takeBackCut(
  database: Database,
  folder: string,
  shard: string,
  files: readonly string[],
  place: LogPlace,
): Promise<LogPlace> {
  const at = files.indexOf(place.file);
  const size = at === -1 ? place.bytes : (await stat(join(folder, shard, place.file))).size;
  if (size >= place.bytes) return place;
  for (const file of files.slice(at + 1)) {
    const opening = readChain(await readHead(join(folder, shard, file)), chainStart(shard, file)).lines[0]?.entry;
    if (opening?.type !== "segment") continue;
    const lines = linesLeft(opening, place, size);
    if (lines === null) return place;
    const back = { file: place.file, bytes: size, ...lines, leaves: opening.treeSize };
    await takeBack(database, shard, back);
    return back;
  }
  return place;
}

/** What is left of the segment that was cut; null where it was not, or not so that the place lay behind the cut. */
function linesLeft({ follows }: SegmentEntry, place: LogPlace, size: number): Pick<LogPlace, "lines" | "last"> | null {
  const state = follows.find(({ file }) => file === place.file);
  if (state === undefined || state.cut === null || state.acknowledged !== state.lines) return null;
  return size + state.cut.bytes >= place.bytes ? { lines: state.lines, last: state.last } : null;
}

async function takeBack(database: Database, shard: string, { leaves, ...place }: LogPlace): Promise<void> {
  await database.transaction(async (transaction) => {
    const behind = and(eq(operation.shard, shard), gte(operation.leaf, leaves));
    const own = transaction.select({ id: operation.id }).from(operation).where(behind);
    await transaction.delete(subject).where(inArray(subject.operationId, own));
    await transaction.delete(accessReview).where(inArray(accessReview.operationId, own));
    await transaction.delete(operation).where(behind);
    for (const table of [decisionPlace, identification, erasure]) {
      await transaction.delete(table).where(and(eq(table.shard, shard), gte(table.leaf, leaves)));
    }
    await transaction
      .update(indexed)
      .set({ ...place, leaves })
      .where(eq(indexed.shard, shard));
  });
}
