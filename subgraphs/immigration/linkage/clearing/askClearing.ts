import { eq, sql } from "drizzle-orm";
import { insertRows } from "../../../shell/insertRows.ts";
import type { Database } from "../../../shell/openStore.ts";
import { relation } from "../../../shell/tables.ts";
import type { StoredCandidate } from "../store/StoredCandidate.ts";
import { announcedPerson, clearingCandidate } from "../tables.ts";
import { clearingOffices } from "./clearingOffices.ts";
import { endQuestion } from "./endQuestion.ts";

/**
 * Puts a description before a person, with whom it could be of; none, where a file cannot be opened without more. A question that touches
 * somebody under a large transfer block is for the office that may know of them, as a whole. The relation to the candidates lasts as long as the
 * question.
 */
export async function askClearing(
  transaction: Database,
  ticket: string,
  candidates: readonly StoredCandidate[],
  since: string,
): Promise<void> {
  const office = candidates.some(({ isBlocked }) => isBlocked) ? clearingOffices.blocked : clearingOffices.open;
  await endQuestion(transaction, ticket, since);
  await transaction.update(announcedPerson).set({ clearingOffice: office }).where(eq(announcedPerson.ticket, ticket));
  const rows = candidates.map(({ personRef, bits, comparison }) => ({ ticket, personRef, bits, comparison }));
  await insertRows(transaction, clearingCandidate, rows);
  for (const { personRef } of candidates) {
    await transaction
      .insert(relation)
      .values({ office, personRef, kind: "CLEARING_CANDIDATE", caseRef: ticket, since })
      .onConflictDoUpdate({
        target: [relation.office, relation.personRef, relation.kind, relation.caseRef, relation.since],
        set: { until: sql`NULL` },
      });
  }
}
