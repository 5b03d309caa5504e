const dayMilliseconds = 86_400_000;

/** A sample is drawn of a week that ended more than an hour ago. */
const settlingMilliseconds = 3_600_000;

/** The latest week that a sample is drawn of, by ISO 8601 in UTC, for example `2026-W24`. */
export function weekBefore(now: Date): string {
  const day = new Date(now.getTime() - settlingMilliseconds - 7 * dayMilliseconds);
  // The year of a week is that of its Thursday.
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * dayMilliseconds);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMilliseconds));
  return `${year}-W${String(week).padStart(2, "0")}`;
}
