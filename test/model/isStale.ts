import { actsOn } from "./actsOn.ts";
import type { Item } from "./Registry.ts";

type Rows = (table: string) => readonly Item[];

/** Whether a recorded assessment is stale: expired, resting on a version that has ended, or made by a suspended catalogue. */
export function isStale(rows: Rows, { expiresOn, restsOn, catalogueVersion }: Item, date: string): boolean {
  return (
    expiresOn < date ||
    rows("directory.fact_end").some(({ reference, endsOn }) => endsOn <= date && restsOn.includes(reference)) ||
    actsOn(rows, catalogueVersion, date)[0]?.act === "SUSPENDED"
  );
}
