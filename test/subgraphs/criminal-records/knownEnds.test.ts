import { expect, test } from "vitest";
import { conductFacts } from "../../../subgraphs/criminal-records/conduct/conductFacts.ts";
import { usableEntries } from "../../../subgraphs/criminal-records/erasure/usableEntries.ts";
import { drawRecords } from "../../../subgraphs/criminal-records/population/drawRecords.ts";
import { endRows } from "../../../subgraphs/criminal-records/population/endRows.ts";
import { register } from "../../../subgraphs/criminal-records/records/register.ts";
import {
  conviction,
  custody,
  investigation,
  offence,
  repeatOffenderListing,
} from "../../../subgraphs/criminal-records/tables.ts";
import { blueprintAt } from "../../../subgraphs/population/blueprintAt.ts";
import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import { completeRow } from "../../../subgraphs/shell/completeRow.ts";
import { today } from "../today.ts";

const drawn = Array.from({ length: 400 }, (_, index) => drawRecords(blueprintAt(7, index)));

/** Versions that the reduced facts of a date rest on, as the loaders let the rows through. */
function restingOn(records: (typeof drawn)[number], date: string): ReadonlySet<string> {
  const entries = register(
    records.convictions.map((row) => completeRow(conviction, row)),
    records.offences.map((row) => completeRow(offence, row)),
  );
  const facts = conductFacts({
    date,
    convictions: usableEntries(entries, date).map(({ entry, erasableFrom }) => ({ ...entry, erasableFrom })),
    investigations: records.investigations.map((row) => completeRow(investigation, row)),
    custodies: records.custodies.map((row) => completeRow(custody, row)).filter(({ begunOn }) => begunOn <= date),
    listings: records.listings
      .map((row) => completeRow(repeatOffenderListing, row))
      .filter(({ listedOn, endedOn }) => listedOn <= date && (endedOn === null || endedOn > date)),
  });
  return new Set(facts.flatMap(({ references }) => references));
}

test("Of 400 synthetic persons no fact rests on a version from the day on which it ends, and some do the day before", () => {
  let before = 0;
  for (const records of drawn) {
    for (const { reference, endsOn } of endRows(records)) {
      expect([reference, endsOn, restingOn(records, endsOn).has(reference)]).toEqual([reference, endsOn, false]);
      if (endsOn > today && restingOn(records, addDays(endsOn, -1)).has(reference)) before += 1;
    }
  }
  expect(before).toBeGreaterThan(50);
});
