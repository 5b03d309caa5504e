import { and, desc, inArray, lte } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { policeFinding } from "../tables.ts";

/** Police finding as stored. */
export type PoliceFinding = typeof policeFinding.$inferSelect;

/** Police findings about a person up to the date of the question, the latest first. */
export function loadPoliceFindings(context: SubgraphContext, personRef: string): Promise<readonly PoliceFinding[]> {
  const { database, grant } = context;
  return context.loadRows(
    "policeFindings",
    personRef,
    (personRefs) =>
      database
        .select()
        .from(policeFinding)
        .where(and(inArray(policeFinding.personRef, [...personRefs]), lte(policeFinding.eventDate, grant.date)))
        .orderBy(desc(policeFinding.eventDate), desc(policeFinding.factId)),
    (row) => row.personRef,
  );
}
