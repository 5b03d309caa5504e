import { type Item, sorted } from "./Registry.ts";

type Rows = (table: string) => readonly Item[];

/** Acts on a version of the catalogue up to a date, the latest first. */
export function actsOn(rows: Rows, version: string, date: string): Item[] {
  const acts = rows("scoring.catalogue_act").filter((row) => row.catalogueVersion === version && row.eventDate <= date);
  return sorted(acts, "-number");
}
