import { dayMilliseconds } from "./dayMilliseconds.ts";

/** Days from one day to another, both `YYYY-MM-DD`; negative where the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMilliseconds;
}
