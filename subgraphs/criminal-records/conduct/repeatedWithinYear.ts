import { addMonths } from "../../shell/calendar/addMonths.ts";
import { residenceLawLists } from "../penal/residenceLawLists.ts";
import type { Conviction } from "../records/Conviction.ts";

/**
 * Convictions of § 54 (2) No. 2a AufenthG: at least two, to a fine or to imprisonment, for intentional offences of the 17th,
 * 19th or 20th section of the StGB that were committed within twelve months. Fines of at most 90 day fines are ignored.
 */
export function repeatedWithinYear(convictions: readonly Conviction[]): readonly Conviction[] {
  const counting = convictions.filter(counts).map((conviction) => ({ conviction, days: offenceDays(conviction) }));
  return counting
    .filter((one) => counting.some((other) => other !== one && withinYear(one.days, other.days)))
    .map(({ conviction }) => conviction);
}

function counts({ penalty, dayFines }: Conviction): boolean {
  return penalty === "IMPRISONMENT" || (penalty === "FINE" && (dayFines ?? 0) > 90);
}

function offenceDays({ offences }: Conviction): readonly string[] {
  return offences
    .filter(({ intentional, provision }) => intentional && residenceLawLists.repeated(provision))
    .map(({ committedOn }) => committedOn);
}

function withinYear(days: readonly string[], otherDays: readonly string[]): boolean {
  return days.some((day) => otherDays.some((other) => day < addMonths(other, 12) && other < addMonths(day, 12)));
}
