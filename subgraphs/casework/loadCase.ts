import { and, inArray } from "drizzle-orm";
import { keptOn } from "../shell/keptOn.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { caseRecord } from "./tables.ts";

/** Row of a case. */
export type CaseRow = typeof caseRecord.$inferSelect;

/** What identifies a case; every field of a case is loaded by it. */
export interface CaseReference {
  readonly caseRef: string;
}

/** Loads a case, batched over the page; null for one that does not exist or was due for deletion. */
export function loadCase(context: SubgraphContext, { caseRef }: CaseReference): Promise<CaseRow | null> {
  return context.load("casework.case", caseRef, async (caseRefs: readonly string[]) => {
    const rows = await context.database
      .select()
      .from(caseRecord)
      .where(and(inArray(caseRecord.caseRef, [...caseRefs]), keptOn(caseRecord, context.grant.date)));
    const byReference = new Map(rows.map((row) => [row.caseRef, row]));
    return caseRefs.map((each) => byReference.get(each) ?? null);
  });
}
