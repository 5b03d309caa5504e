import { desc, lte } from "drizzle-orm";
import { loadRecords } from "../../shell/loadRecords.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { custody } from "../tables.ts";
import { recordTypes } from "./recordTypes.ts";

/** Period of custody as stored. */
export type Custody = typeof custody.$inferSelect;

/**
 * Periods of custody of a person that began by the date of the question and that the grant lets through, the latest first. Past
 * ones are for reckoning only.
 */
export function loadCustodies(
  context: SubgraphContext,
  personRef: string,
  category: "CUSTODY" | "CONDUCT_FACTS",
): Promise<readonly Custody[]> {
  const begun = lte(custody.begunOn, context.grant.date);
  const latestFirst = [desc(custody.begunOn), desc(custody.factId)];
  return loadRecords(context, recordTypes.Custody, category, personRef, begun, ...latestFirst);
}
