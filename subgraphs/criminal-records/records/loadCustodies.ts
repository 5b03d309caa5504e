import { and, desc, inArray, lte } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { custody } from "../tables.ts";

/** Period of custody as stored. */
export type Custody = typeof custody.$inferSelect;

/** Periods of custody of a person that began by the date of the question, the latest first. Past ones are for reckoning only. */
export function loadCustodies(context: SubgraphContext, personRef: string): Promise<readonly Custody[]> {
  const { database, grant } = context;
  return context.loadRows(
    "custodies",
    personRef,
    (personRefs) =>
      database
        .select()
        .from(custody)
        .where(and(inArray(custody.personRef, [...personRefs]), lte(custody.begunOn, grant.date)))
        .orderBy(desc(custody.begunOn), desc(custody.factId)),
    (row) => row.personRef,
  );
}
