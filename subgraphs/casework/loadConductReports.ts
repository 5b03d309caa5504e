import { and, inArray } from "drizzle-orm";
import { keptOn } from "../shell/keptOn.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import type { PersonReference } from "./PersonReference.ts";
import { socialConductReport } from "./tables.ts";

/** Row of a report of conduct. */
export type ConductReportRow = typeof socialConductReport.$inferSelect;

/** Reports about a person, oldest first, batched. What was due for deletion on the date of the question is gone. */
export function loadConductReports(
  context: SubgraphContext,
  { personRef }: PersonReference,
): Promise<readonly ConductReportRow[]> {
  const { eventDate, factId, personRef: person } = socialConductReport;
  return context.loadRows(
    "casework.conductReports",
    personRef,
    (personRefs) =>
      context.database
        .select()
        .from(socialConductReport)
        .where(and(inArray(person, [...personRefs]), keptOn(socialConductReport, context.grant.date)))
        .orderBy(person, eventDate, factId),
    (row) => row.personRef,
  );
}
