import { addDays } from "../shell/calendar/addDays.ts";

/** Days for which the offices of a case keep their relation to it after it was rejected or closed. */
const relationDaysAfterClosing = 30;

/**
 * Last day of the relations that a case makes for offices: null while it is open. § 91 (2) AufenthG: what is not needed goes soon.
 * The data subject's own relation does not end: whoever is told of data may ask for as long as they are stored (Art. 15 GDPR).
 */
export function relationsEnd(closedOn: string | null): string | null {
  return closedOn === null ? null : addDays(closedOn, relationDaysAfterClosing);
}
