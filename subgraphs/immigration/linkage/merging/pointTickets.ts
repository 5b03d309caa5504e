import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import { personTicket } from "../../../shell/tables.ts";

/**
 * Points tickets that stand for one person to another. Who keeps facts by ticket moves them.
 *
 * @param only the tickets; null: all
 * @returns those that were pointed anew
 */
export async function pointTickets(
  transaction: Database,
  { from, to }: { readonly from: string; readonly to: string },
  only: readonly string[] | null,
): Promise<readonly string[]> {
  const chosen = only === null ? undefined : inArray(personTicket.ticket, ["", ...only]);
  const rows = await transaction
    .update(personTicket)
    .set({ personRef: to, version: sql`${personTicket.version} + 1`, decidedAt: sql`clock_timestamp()` })
    .where(and(eq(personTicket.personRef, from), chosen))
    .returning({ ticket: personTicket.ticket });
  return rows.map(({ ticket }) => ticket);
}
