import { addMonths } from "../../shell/calendar/addMonths.ts";
import type { Custody } from "../records/loadCustodies.ts";

/** Months within which a release counts. */
const releaseMonths = 6;

/**
 * Prospect of an end of custody: a waiver that was granted, or half-term or release within six months (§ 456a StPO, § 74 AufenthV).
 *
 * @param custody the one that lasts on the date; null for none
 */
export function custodyPerspective(
  custody: Custody | null,
  date: string,
): "WAIVER_GRANTED" | "RELEASE_WITHIN_6_MONTHS" | "NONE" {
  if (custody === null) return "NONE";
  if (custody.waiver456a === "GRANTED") return "WAIVER_GRANTED";
  const horizon = addMonths(date, releaseMonths);
  const near = [custody.halfTerm, custody.expectedEnd].some((day) => day !== null && day >= date && day <= horizon);
  return near ? "RELEASE_WITHIN_6_MONTHS" : "NONE";
}
