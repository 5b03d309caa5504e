import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "../openStore.ts";
import { drawKey, estimateDraw } from "../tables.ts";
import { isDrawnForEstimate } from "./isDrawnForEstimate.ts";

/**
 * Draws a case that is being proposed, or does not draw it, in the transaction that proposes it: before anybody can open its score. As
 * many statements either way. The first proposal settles the key.
 */
export async function drawCase(transaction: Database, caseRef: string): Promise<void> {
  await transaction
    .insert(drawKey)
    .values({ key: randomBytes(32).toString("hex") })
    .onConflictDoNothing();
  const [row] = await transaction.select().from(drawKey);
  if (row === undefined) throw new Error("The key of the draw went away between two statements.");
  const isDrawn = isDrawnForEstimate(row.key, caseRef);
  await transaction.execute(sql`INSERT INTO ${estimateDraw} (case_ref) SELECT ${caseRef} WHERE ${isDrawn}::boolean`);
}
