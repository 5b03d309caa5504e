/**
 * A synthetic fact as it stands after the latest of these days, on which something of it was filled in: what happened was on file on the
 * day at the earliest.
 *
 * @param days `YYYY-MM-DD`; null: has not come about
 */
export function changedOn<R extends { readonly eventDate: string; readonly lastChangedAt: string }>(
  row: R,
  days: readonly (string | null | undefined)[],
): R {
  const latest = days.reduce<string>((last, day) => (day != null && day > last ? day : last), row.eventDate);
  return { ...row, lastChangedAt: `${latest}${row.lastChangedAt.slice(10)}` };
}
