/** Instants between which a day in Germany lies, for a filter; null where none is given. */
export function dayBounds(first: string, last: string): { readonly from: string | null; readonly to: string | null } {
  return { from: first === "" ? null : startOf(first, 0), to: last === "" ? null : startOf(last, 1) };
}

/** Midnight in Germany of the day, so many days later. */
function startOf(day: string, later: number): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + later);
  const date = noon.toISOString().slice(0, 10);
  const zone = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", timeZoneName: "longOffset" });
  const offset = zone.formatToParts(new Date(`${date}T00:00:00Z`)).find(({ type }) => type === "timeZoneName")?.value;
  return new Date(`${date}T00:00:00${offset?.slice(3) || "Z"}`).toISOString();
}
