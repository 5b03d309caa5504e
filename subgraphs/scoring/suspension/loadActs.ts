import { and, desc, inArray, lte } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { catalogueAct } from "../tables.ts";

/** An act by which scoring with a version was suspended or resumed. */
export type CatalogueAct = typeof catalogueAct.$inferSelect;

/** Acts on a catalogue version up to the date of the question, latest first. One statement for all versions of a request. */
export function loadActs(context: SubgraphContext, version: string): Promise<readonly CatalogueAct[]> {
  const { database, grant } = context;
  const { catalogueVersion, eventDate, number } = catalogueAct;
  return context.loadRows(
    "scoring.catalogueActs",
    version,
    (versions) =>
      database
        .select()
        .from(catalogueAct)
        .where(and(inArray(catalogueVersion, [...versions]), lte(eventDate, grant.date)))
        .orderBy(desc(number)),
    (row) => row.catalogueVersion,
  );
}
