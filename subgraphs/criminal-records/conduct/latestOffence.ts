import { addDays } from "../../shell/calendar/addDays.ts";
import { addMonths } from "../../shell/calendar/addMonths.ts";
import { daysBetween } from "../../shell/calendar/daysBetween.ts";
import type { Conviction } from "../records/Conviction.ts";
import type { Custody } from "../records/loadCustodies.ts";

/** How long ago the latest convicted offence lies, and the conviction it stands in. */
export interface LatestOffence {
  readonly value: "WITHIN_12" | "WITHIN_24" | "WITHIN_60" | "OLDER" | "NONE";
  readonly conviction: Conviction | null;
}

const spans = [
  [12, "WITHIN_12"],
  [24, "WITHIN_24"],
  [60, "WITHIN_60"],
] as const;

/**
 * Months since the latest offence of a usable conviction. Time in custody since then does not count: it says nothing of conduct.
 *
 * @param custodies periods that began by the date
 */
export function latestOffence(
  convictions: readonly Conviction[],
  custodies: readonly Custody[],
  date: string,
): LatestOffence {
  const latest = convictions
    .flatMap((conviction) => conviction.offences.map(({ committedOn }) => ({ conviction, committedOn })))
    .toSorted((left, right) => right.committedOn.localeCompare(left.committedOn))
    .at(0);
  if (latest === undefined) return { value: "NONE", conviction: null };
  const counted = addDays(latest.committedOn, daysInCustody(custodies, latest.committedOn, date));
  const span = spans.find(([months]) => addMonths(counted, months) >= date);
  return { value: span === undefined ? "OLDER" : span[1], conviction: latest.conviction };
}

/** Days of custody after `from` and up to `to`. A day in two overlapping periods counts once. */
function daysInCustody(custodies: readonly Custody[], from: string, to: string): number {
  let countedUntil = from;
  let total = 0;
  for (const { begunOn, endedOn } of custodies.toSorted((left, right) => left.begunOn.localeCompare(right.begunOn))) {
    const begin = daysBetween(begunOn, countedUntil) > 0 ? countedUntil : begunOn;
    const end = endedOn !== null && endedOn < to ? endedOn : to;
    if (end <= begin) continue;
    total += daysBetween(begin, end);
    countedUntil = end;
  }
  return total;
}
