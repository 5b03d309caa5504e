/** The latest of some days (`YYYY-MM-DD`); null, which stands for "never", comes after every day. */
export function latestDay(days: readonly [string | null, ...(string | null)[]]): string | null {
  let latest: string | null = days[0];
  for (const day of days) if (latest !== null && (day === null || day > latest)) latest = day;
  return latest;
}
