import { inArray } from "drizzle-orm";
import type { Database } from "../shell/openStore.ts";
import { casePart, estimateDraw, keptAssessment } from "../shell/tables.ts";
import { blindRating, ownEstimate, recordedAssessment } from "./tables.ts";

/** Destroys everything that was assessed, estimated, rated and drawn in these cases, and who had a part in it. A part of the transaction that it is given. */
export async function destroyAssessments(transaction: Database, caseRefs: readonly string[]): Promise<void> {
  if (caseRefs.length === 0) return;
  for (const table of [blindRating, ownEstimate, recordedAssessment, keptAssessment, estimateDraw, casePart]) {
    await transaction.delete(table).where(inArray(table.caseRef, [...caseRefs]));
  }
}
