import type { Database } from "../shell/openStore.ts";
import {
  decision,
  decisionPlace,
  erasure,
  identification,
  indexed,
  indexedKeys,
  keyRow,
  operation,
  subject,
} from "./tables.ts";

/** Empties the index in one transaction; whoever catches up next fills it from the log again. */
export async function dropIndex(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const table of [
      subject,
      operation,
      decision,
      decisionPlace,
      identification,
      erasure,
      keyRow,
      indexed,
      indexedKeys,
    ]) {
      await transaction.delete(table);
    }
  });
}
