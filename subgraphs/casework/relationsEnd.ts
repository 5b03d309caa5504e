import { addDays } from "../shell/calendar/addDays.ts";

/** Days for which the offices of a case keep their relation to it after it was rejected or closed. */
const relationDaysAfterClosing = 30;

/** Last day of the relations that a case makes: null while it is open. § 91 (2) AufenthG: what is not needed goes soon. */
export function relationsEnd(closedOn: string | null): string | null {
  return closedOn === null ? null : addDays(closedOn, relationDaysAfterClosing);
}
