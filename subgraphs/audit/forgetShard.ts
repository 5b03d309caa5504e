import { eq, inArray } from "drizzle-orm";
import type { Database } from "../shell/openStore.ts";
import {
  accessReview,
  decisionPlace,
  erasure,
  identification,
  indexed,
  indexedKeys,
  keyRow,
  operation,
  subject,
} from "./tables.ts";

/** Takes a shard that has ended out of the index. Decisions stay: they name nobody, and other shards may use them. */
export async function forgetShard(database: Database, shard: string): Promise<void> {
  await database.transaction(async (transaction) => {
    const own = transaction.select({ id: operation.id }).from(operation).where(eq(operation.shard, shard));
    await transaction.delete(subject).where(inArray(subject.operationId, own));
    for (const table of [
      accessReview,
      operation,
      decisionPlace,
      identification,
      erasure,
      keyRow,
      indexed,
      indexedKeys,
    ]) {
      await transaction.delete(table).where(eq(table.shard, shard));
    }
  });
}
