import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { casePredicate } from "../../shell/relationPredicate.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseRecord } from "../tables.ts";
import { openStates } from "./openStates.ts";

/** Whose case at which RRK is to be open. */
interface Wanted {
  readonly personRef: string;
  readonly rrk: string;
  /** The case itself, where there is one. */
  readonly caseRef?: string;
}

/**
 * Holds that no other case of the person is open at the RRK, as far as the requester sees.
 *
 * @throws SubgraphError CONFLICT where one is. Open cases that the requester does not see never show.
 */
export async function refuseSecondCase(
  transaction: Database,
  grant: GrantView,
  { personRef, rrk, caseRef }: Wanted,
): Promise<void> {
  // Two at once would each see no case of the other: they take turns.
  await transaction.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${personRef} ${rrk}`}, 0))`);
  const seenOpenCase = and(
    eq(caseRecord.personRef, personRef),
    eq(caseRecord.rrk, rrk),
    caseRef === undefined ? undefined : ne(caseRecord.caseRef, caseRef),
    inArray(caseRecord.state, openStates),
    casePredicate(grant, "CASE", caseRecord.caseRef, caseRecord.personRef),
  );
  if ((await transaction.$count(caseRecord, seenOpenCase)) > 0) {
    throw new SubgraphError("CONFLICT", "The person has an open case at this RRK. Use that case.");
  }
}
