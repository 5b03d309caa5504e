import { and, eq, type SQL } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { casePredicate } from "../../shell/relationPredicate.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import type { CaseState } from "../codes.ts";
import type { CaseRow } from "../loadCase.ts";
import { asWriting } from "../mutations/asWriting.ts";
import { caseRecord } from "../tables.ts";

/** A case that is to be changed. */
export interface WantedCase {
  readonly caseRef: string;
  /** Category whose entries for writing must reach the case. */
  readonly category: string;
  /** States that allow the change. */
  readonly states: readonly CaseState[];
  /** Further condition without which the case is as absent for the requester. */
  readonly condition?: SQL | undefined;
}

/**
 * Locks a case until the transaction ends. Absent, out of reach and blocked cases take the same one statement.
 *
 * Whoever had to wait for the lock reads again under it: the statement that waited still sees the relations as they were before, and
 * a hand-over that came first has moved them.
 *
 * @throws SubgraphError NOT_FOUND for each of these; CONFLICT in a state that does not allow the change
 */
export async function lockCase(transaction: Database, grant: GrantView, wanted: WantedCase): Promise<CaseRow> {
  const mine = and(
    eq(caseRecord.caseRef, wanted.caseRef),
    casePredicate(asWriting(grant), wanted.category, caseRecord.caseRef, caseRecord.personRef),
    wanted.condition,
  );
  const locked = await transaction.select({ caseRef: caseRecord.caseRef }).from(caseRecord).where(mine).for("update");
  if (locked.length === 0) throw new SubgraphError("NOT_FOUND");
  const [found] = await transaction.select().from(caseRecord).where(mine);
  if (found === undefined) throw new SubgraphError("NOT_FOUND");
  requireState(found, wanted.states);
  return found;
}

/** @throws SubgraphError CONFLICT in a state that does not allow the change */
export function requireState({ state }: CaseRow, states: readonly CaseState[]): void {
  if (states.includes(state)) return;
  throw new SubgraphError("CONFLICT", `This is possible in the state ${states.join(" or ")} alone.`);
}
