import { and, eq } from "drizzle-orm";
import { keptOn } from "../shell/keptOn.ts";
import { casePredicate } from "../shell/relationPredicate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import type { CaseReference } from "./loadCase.ts";
import { caseRecord } from "./tables.ts";

/** One case; null where it does not exist or the grant does not reach it, by the same statement. */
export async function queryCase(
  _parent: unknown,
  { caseRef }: CaseReference,
  { database, grant }: SubgraphContext,
): Promise<CaseReference | null> {
  const [found] = await database
    .select({ caseRef: caseRecord.caseRef })
    .from(caseRecord)
    .where(
      and(
        eq(caseRecord.caseRef, caseRef),
        keptOn(caseRecord, grant.date),
        casePredicate(grant, "CASE", caseRecord.caseRef, caseRecord.personRef),
      ),
    );
  return found ?? null;
}
