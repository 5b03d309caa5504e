import { inArray } from "drizzle-orm";
import type { Database } from "../shell/openStore.ts";
import { blindRating, estimateDraw, ownEstimate, recordedAssessment } from "./tables.ts";

/** Destroys everything that was assessed, estimated, rated and drawn in these cases. A part of the transaction that it is given. */
export async function destroyAssessments(transaction: Database, caseRefs: readonly string[]): Promise<void> {
  if (caseRefs.length === 0) return;
  for (const table of [blindRating, ownEstimate, estimateDraw, recordedAssessment]) {
    await transaction.delete(table).where(inArray(table.caseRef, [...caseRefs]));
  }
}
