import { eq, sql } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { caseFact } from "../caseFact.ts";
import type { CaseEventKind } from "../codes.ts";
import { actingPerson } from "../mutations/actingPerson.ts";
import { caseEvent } from "../tables.ts";

interface EventCase {
  readonly caseRef: string;
  readonly personRef: string;
}

/**
 * Appends to the history of a case that this transaction has locked or made.
 *
 * @param reason given for the step; null where none is asked for, or where it is kept elsewhere
 * @returns number of the event in the case, from 1: what is written beside it takes its place from it
 */
export async function appendEvent(
  transaction: Database,
  grant: GrantView,
  { caseRef, personRef }: EventCase,
  kind: CaseEventKind,
  reason: string | null = null,
): Promise<number> {
  const [last] = await transaction
    .select({ number: sql<number>`coalesce(max(${caseEvent.number}), 0)::int` })
    .from(caseEvent)
    .where(eq(caseEvent.caseRef, caseRef));
  const number = (last?.number ?? 0) + 1;
  await transaction.insert(caseEvent).values({
    ...caseFact("event", { caseRef, personRef, office: grant.office, on: grant.date, at: sql`now()` }),
    number,
    eventKind: kind,
    by: actingPerson(grant),
    reason,
  });
  return number;
}
