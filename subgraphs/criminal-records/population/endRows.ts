import { addDays } from "../../shell/calendar/addDays.ts";
import { completeRow } from "../../shell/completeRow.ts";
import { knownEnds } from "../../shell/knownEnds.ts";
import type { factEnd } from "../../shell/tables.ts";
import { listingCurrentUntil } from "../conduct/listingCurrentUntil.ts";
import { usableEntries } from "../erasure/usableEntries.ts";
import { register } from "../records/register.ts";
import { conviction, offence } from "../tables.ts";
import type { DrawnRecords } from "./DrawnRecords.ts";

/**
 * Ends of a person's records that are known on the date of the population: the day on which a conviction is to be erased, the last
 * day of a custody, and the day on which a listing is no longer current or was ended.
 */
export function endRows(records: DrawnRecords): readonly (typeof factEnd.$inferInsert)[] {
  const { date, convictions, offences, investigations, custodies, listings } = records;
  const erasable = erasureDays(registered(convictions, offences), date);
  return [
    ...convictions.flatMap((row) => knownEnds(row, dayBefore(erasable.get(row.factId) ?? null))),
    ...investigations.flatMap((row) => knownEnds(row, null)),
    ...custodies.flatMap((row) => knownEnds(row, row.endedOn ?? null)),
    ...listings.flatMap((row) =>
      knownEnds(row, earlier(listingCurrentUntil(row, date), dayBefore(row.endedOn ?? null))),
    ),
  ];
}

/** Days of erasure by conviction. While enforcement is open, which may hold an entry longer than its term, the day is not known. */
function erasureDays(entries: ReturnType<typeof register>, date: string): ReadonlyMap<string, string> {
  const isUsableOn = (day: string, factId: string) =>
    usableEntries(entries, day).some(({ entry }) => entry.factId === factId);
  return new Map(
    usableEntries(entries, date).flatMap(({ entry: { factId }, erasableFrom }) =>
      erasableFrom === null || isUsableOn(erasableFrom, factId) ? [] : [[factId, erasableFrom] as const],
    ),
  );
}

function registered(convictions: DrawnRecords["convictions"], offences: DrawnRecords["offences"]) {
  return register(
    convictions.map((row) => completeRow(conviction, row)),
    offences.map((row) => completeRow(offence, row)),
  );
}

function dayBefore(day: string | null): string | null {
  return day === null ? null : addDays(day, -1);
}

function earlier(day: string, other: string | null): string {
  return other !== null && other < day ? other : day;
}
