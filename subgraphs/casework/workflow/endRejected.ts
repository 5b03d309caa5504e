import { eq } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { deletionDate } from "../deletionDate.ts";
import type { CaseReference } from "../loadCase.ts";
import { caseFactTables } from "../tables.ts";
import { endTies } from "./endTies.ts";

/** What a rejection brings about: its facts get their day of deletion (§ 91 (2) AufenthG), and the relations of offices end with them. */
export async function endRejected(transaction: Database, grant: GrantView, found: CaseReference): Promise<void> {
  for (const table of caseFactTables) {
    await transaction
      .update(table)
      .set({ deleteBy: deletionDate("REJECTED", grant.date) })
      .where(eq(table.caseRef, found.caseRef));
  }
  await endTies(transaction, grant, found);
}
