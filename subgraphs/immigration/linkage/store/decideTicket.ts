import { eq, sql } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import { personTicket } from "../../../shell/tables.ts";

/**
 * Says in the directory whom a ticket stands for from now on. Who keeps facts by ticket learns it there.
 *
 * @param personRef null: nobody yet, so that its facts are parked again
 */
export async function decideTicket(transaction: Database, ticket: string, personRef: string | null): Promise<void> {
  const state = personRef === null ? "UNDECIDED" : "DECIDED";
  await transaction
    .update(personTicket)
    .set({ personRef, state, version: sql`${personTicket.version} + 1`, decidedAt: sql`clock_timestamp()` })
    .where(eq(personTicket.ticket, ticket));
}
