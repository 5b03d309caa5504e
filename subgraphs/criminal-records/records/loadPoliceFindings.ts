import { desc, lte } from "drizzle-orm";
import { loadRecords } from "../../shell/loadRecords.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { policeFinding } from "../tables.ts";
import { recordTypes } from "./recordTypes.ts";

/** Police finding as stored. */
export type PoliceFinding = typeof policeFinding.$inferSelect;

/** Police findings about a person up to the date of the question that the grant lets through, the latest first. */
export function loadPoliceFindings(context: SubgraphContext, personRef: string): Promise<readonly PoliceFinding[]> {
  const past = lte(policeFinding.eventDate, context.grant.date);
  const latestFirst = [desc(policeFinding.eventDate), desc(policeFinding.factId)];
  return loadRecords(context, recordTypes.PoliceFinding, "POLICE_FINDING", personRef, past, ...latestFirst);
}
