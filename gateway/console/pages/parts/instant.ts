const format = new Intl.DateTimeFormat("de-DE", {
  dateStyle: "medium",
  timeStyle: "medium",
  timeZone: "Europe/Berlin",
});

/** An instant as it is read in Germany; empty for null. */
export function instant(at: string | null): string {
  return at === null ? "" : format.format(new Date(at));
}
