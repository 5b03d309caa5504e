import { dayMilliseconds } from "./dayMilliseconds.ts";

/** The day that lies `days` whole days after (negative: before) a day, both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10);
}
