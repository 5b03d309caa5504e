import { SubgraphError } from "../../shell/SubgraphError.ts";

/** A week by ISO 8601, in UTC: Monday 0:00 to the Monday after. */
export interface Week {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const dayMilliseconds = 86_400_000;
/** An access that began in the week may be recorded a little after its end. */
const settlingMilliseconds = 3_600_000;

/**
 * The week of a name such as `2026-W24`.
 *
 * @param now milliseconds since 1970, wall clock
 * @throws SubgraphError INVALID_INPUT for what names no week, and for a week that is not over for an hour
 */
export function weekOf(name: string, now: number): Week {
  const [, year = "", week = ""] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  const monday = mondayOf(Number(year), Number(week));
  // The week of a year is that of its Thursday: there is no 53rd where that lies in the next year.
  const thursday = new Date(monday + 3 * dayMilliseconds);
  if (year === "" || Number(week) < 1 || thursday.getUTCFullYear() !== Number(year))
    throw new SubgraphError("INVALID_INPUT", "Name a week as 2026-W24.", "week");
  const end = monday + 7 * dayMilliseconds;
  if (now < end + settlingMilliseconds)
    throw new SubgraphError("INVALID_INPUT", "Name a week that ended more than an hour ago.", "week");
  return { name, from: new Date(monday).toISOString(), to: new Date(end).toISOString() };
}

/** The first week is the one with 4 January in it. */
function mondayOf(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const daysAfterMonday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((week - 1) * 7 - daysAfterMonday) * dayMilliseconds;
}
