import { and, desc, inArray } from "drizzle-orm";
import { personPredicate } from "../../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { clearingCandidate } from "../tables.ts";

/** Whom a description could be of, likeliest first. Somebody who may not be known to the asking office is not among them. */
export async function candidates({ ticket }: { readonly ticket: string }, _args: unknown, context: SubgraphContext) {
  const { database, grant } = context;
  const rows = await context.loadRows(
    "immigration.clearingCandidates",
    ticket,
    (tickets) =>
      database
        .select()
        .from(clearingCandidate)
        .where(
          and(
            inArray(clearingCandidate.ticket, [...tickets]),
            personPredicate(grant, "PERSON_REFERENCE", clearingCandidate.personRef),
          ),
        )
        .orderBy(desc(clearingCandidate.bits), clearingCandidate.personRef),
    (row) => row.ticket,
  );
  return rows.map(({ personRef, bits, comparison }) => ({ ...comparison, bits, person: { personRef } }));
}
