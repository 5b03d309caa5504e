import { and, eq, isNull } from "drizzle-orm";
import { addDays } from "../../../shell/calendar/addDays.ts";
import type { Database } from "../../../shell/openStore.ts";
import { relation } from "../../../shell/tables.ts";
import { announcedPerson, clearingCandidate } from "../tables.ts";

/** Ends a question to a clearing office, and with it the office's relation to the candidates, at once. */
export async function endQuestion(transaction: Database, ticket: string, date: string): Promise<void> {
  await transaction.delete(clearingCandidate).where(eq(clearingCandidate.ticket, ticket));
  await transaction
    .update(relation)
    .set({ until: addDays(date, -1) })
    .where(and(eq(relation.caseRef, ticket), eq(relation.kind, "CLEARING_CANDIDATE"), isNull(relation.until)));
  await transaction.update(announcedPerson).set({ clearingOffice: null }).where(eq(announcedPerson.ticket, ticket));
}
