import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../shell/openStore.ts";
import { relation } from "../../shell/tables.ts";
import type { CaseRow } from "../loadCase.ts";
import { officeTies } from "../officeTies.ts";
import { relationsEnd } from "../relationsEnd.ts";

/** The relations that ended because the case was over go on without an end. Those that had ended otherwise stay ended. */
export async function reviveTies(transaction: Database, { caseRef, closedOn }: CaseRow): Promise<void> {
  const end = relationsEnd(closedOn);
  if (end === null) throw new Error("A case that is over has a day on which it ended.");
  await transaction
    .update(relation)
    .set({ until: null })
    .where(and(eq(relation.caseRef, caseRef), inArray(relation.kind, officeTies), eq(relation.until, end)));
}
