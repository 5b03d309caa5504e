const millisecondsOfDay = 86_400_000;

/**
 * The day that lies `days` days after (negative: before) a day.
 *
 * @param day `YYYY-MM-DD`
 */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * millisecondsOfDay).toISOString().slice(0, 10);
}
