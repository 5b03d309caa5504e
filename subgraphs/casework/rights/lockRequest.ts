import { and, eq } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import { keptOn } from "../../shell/keptOn.ts";
import type { Database } from "../../shell/openStore.ts";
import { personPredicate } from "../../shell/relationPredicate.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { asWriting } from "../mutations/asWriting.ts";
import { subjectRequest } from "../tables.ts";

/** Row of a request of the person concerned. */
export type RequestRow = typeof subjectRequest.$inferSelect;

/**
 * Locks a request until the transaction ends. Absent, out of reach and blocked ones take the same one statement.
 *
 * @throws SubgraphError NOT_FOUND for each of these
 */
export async function lockRequest(transaction: Database, grant: GrantView, id: string): Promise<RequestRow> {
  const [found] = await transaction
    .select()
    .from(subjectRequest)
    .where(
      and(
        eq(subjectRequest.factId, id),
        keptOn(subjectRequest, grant.date),
        personPredicate(asWriting(grant), "SUBJECT_REQUEST", subjectRequest.personRef),
      ),
    )
    .for("update");
  if (found === undefined) throw new SubgraphError("NOT_FOUND");
  return found;
}
