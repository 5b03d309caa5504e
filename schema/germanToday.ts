/** German offices ask on German days. */
const germanDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short" });

/** Today in Germany, `YYYY-MM-DD`. */
export function germanToday(): string {
  return germanDay.format(new Date());
}
