import { addMonths } from "../../shell/calendar/addMonths.ts";
import type { repeatOffenderListing } from "../tables.ts";

/** Months for which a review keeps a listing current. */
const reviewMonths = 6;

/** Last day on which a listing is current, by its last review up to a date. */
export function listingCurrentUntil(
  { listedOn, lastReviewedOn = null }: Pick<typeof repeatOffenderListing.$inferInsert, "listedOn" | "lastReviewedOn">,
  date: string,
): string {
  const reviewed = lastReviewedOn !== null && lastReviewedOn <= date ? lastReviewedOn : listedOn;
  return addMonths(reviewed, reviewMonths);
}
