import { and, eq, inArray, isNull } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { relation } from "../../shell/tables.ts";
import type { CaseReference } from "../loadCase.ts";
import { officeTies } from "../officeTies.ts";
import { relationsEnd } from "../relationsEnd.ts";

/** The relations of offices to a case that is over on the date of the question end some time after. */
export async function endTies(transaction: Database, { date }: GrantView, { caseRef }: CaseReference): Promise<void> {
  await transaction
    .update(relation)
    .set({ until: relationsEnd(date) })
    .where(and(eq(relation.caseRef, caseRef), inArray(relation.kind, officeTies), isNull(relation.until)));
}
