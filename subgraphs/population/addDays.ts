const dayMilliseconds = 86_400_000;

/** The date `days` after (negative: before) a date, both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMilliseconds).toISOString().slice(0, 10);
}
