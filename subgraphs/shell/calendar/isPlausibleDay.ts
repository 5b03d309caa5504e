import { plausibleDays } from "./plausibleDays.ts";

/** @param day of the calendar, `YYYY-MM-DD` */
export function isPlausibleDay(day: string): boolean {
  return plausibleDays.first <= day && day <= plausibleDays.last;
}
