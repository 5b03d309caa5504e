import { and, desc, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { repeatOffenderListing } from "../tables.ts";

/** Listing as repeat offender as stored. */
export type RepeatOffenderListing = typeof repeatOffenderListing.$inferSelect;

/** Listings of a person that stand on the date of the question, the latest first. */
export function loadRepeatOffenderListings(
  context: SubgraphContext,
  personRef: string,
): Promise<readonly RepeatOffenderListing[]> {
  const { database, grant } = context;
  const listing = repeatOffenderListing;
  return context.loadRows(
    "repeatOffenderListings",
    personRef,
    (personRefs) =>
      database
        .select()
        .from(listing)
        .where(
          and(
            inArray(listing.personRef, [...personRefs]),
            lte(listing.listedOn, grant.date),
            or(isNull(listing.endedOn), gt(listing.endedOn, grant.date)),
          ),
        )
        .orderBy(desc(listing.listedOn), desc(listing.factId)),
    (row) => row.personRef,
  );
}
