import { and, asc, inArray, lte } from "drizzle-orm";
import { loadRecords } from "../../shell/loadRecords.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { investigation } from "../tables.ts";
import { recordTypes } from "./recordTypes.ts";

/** Open investigation as stored. */
export type Investigation = typeof investigation.$inferSelect;

/** States in which an investigation may be told of; ended ones may not (§ 484 (2) StPO). */
const openStates = ["OPEN", "CHARGED"] as const;

/** Open investigations of a person that the grant lets through, the eldest first. */
export function loadInvestigations(
  context: SubgraphContext,
  personRef: string,
  category: "INVESTIGATION" | "CONDUCT_FACTS",
): Promise<readonly Investigation[]> {
  const open = and(inArray(investigation.state, [...openStates]), lte(investigation.since, context.grant.date));
  const eldestFirst = [asc(investigation.since), asc(investigation.factId)];
  return loadRecords(context, recordTypes.Investigation, category, personRef, open, ...eldestFirst);
}
