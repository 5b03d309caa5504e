import { and, desc, gt, isNull, lte, or } from "drizzle-orm";
import { loadRecords } from "../../shell/loadRecords.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { repeatOffenderListing } from "../tables.ts";
import { recordTypes } from "./recordTypes.ts";

/** Listing as repeat offender as stored. */
export type RepeatOffenderListing = typeof repeatOffenderListing.$inferSelect;

/** Listings of a person that stand on the date of the question and that the grant lets through, the latest first. */
export function loadRepeatOffenderListings(
  context: SubgraphContext,
  personRef: string,
  category: "REPEAT_OFFENDER_LISTING" | "CONDUCT_FACTS",
): Promise<readonly RepeatOffenderListing[]> {
  const { date } = context.grant;
  const { listedOn, endedOn, factId } = repeatOffenderListing;
  const standing = and(lte(listedOn, date), or(isNull(endedOn), gt(endedOn, date)));
  const latestFirst = [desc(listedOn), desc(factId)];
  return loadRecords(context, recordTypes.RepeatOffenderListing, category, personRef, standing, ...latestFirst);
}
