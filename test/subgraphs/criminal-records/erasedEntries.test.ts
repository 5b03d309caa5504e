import { expect, test } from "vitest";
import { conductFacts } from "../../../subgraphs/criminal-records/conduct/conductFacts.ts";
import type { RegisterEntry } from "../../../subgraphs/criminal-records/erasure/RegisterEntry.ts";
import { usableEntries } from "../../../subgraphs/criminal-records/erasure/usableEntries.ts";
import { drawRecords } from "../../../subgraphs/criminal-records/population/drawRecords.ts";
import { register } from "../../../subgraphs/criminal-records/records/register.ts";
import { conviction, custody, offence } from "../../../subgraphs/criminal-records/tables.ts";
import { blueprintAt } from "../../../subgraphs/population/blueprintAt.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { addMonths } from "../../../subgraphs/shell/calendar/addMonths.ts";
import { completeRow } from "../../../subgraphs/shell/completeRow.ts";
import { demonstration } from "../scoring/demonstrationCatalogue.ts";
import { factsOf } from "../scoring/factsOf.ts";
import { today } from "../today.ts";

const people = Array.from({ length: 250 }, (_, index) => drawRecords(blueprintAt(11, index)))
  .filter(({ convictions }) => convictions.length > 0)
  .map(({ convictions, offences, custodies }) => ({
    entries: register(
      convictions.map((row) => completeRow(conviction, row)),
      offences.map((row) => completeRow(offence, row)),
    ),
    custodies: custodies.map((row) => completeRow(custody, row)),
  }));
type Entries = (typeof people)[number]["entries"];

/** Everything that leaves the register on a date: what is told, what is counted, and what an assessment makes of it. */
function leaving(entries: Entries, custodies: (typeof people)[number]["custodies"], date: string) {
  const convictions = usableEntries(entries, date).map(({ entry, erasableFrom }) => ({ ...entry, erasableFrom }));
  const begun = custodies.filter(({ begunOn }) => begunOn <= date);
  const facts = conductFacts({ date, convictions, investigations: [], custodies: begun, listings: [] });
  const own = new Set(facts.map(({ key }) => key as string));
  const inputs = [...factsOf({}).filter(({ key }) => !own.has(key)), ...facts.map(({ tags: _tags, ...fact }) => fact)];
  return {
    told: convictions.map(({ factId }) => factId).toSorted(),
    facts,
    assessment: assess(inputs, date, demonstration),
  };
}

// §§ 45 to 47, 51 BZRG by shifting the clock: half a year at a time, for fifteen years.
const dates = Array.from({ length: 30 }, (_, at) => addMonths(today, 6 * at));

test("Past its date an entry changes no answer, no count, no score and no hash: it could as well not be there", () => {
  let erased = 0;
  for (const { entries, custodies } of people) {
    for (const date of dates) {
      const usable = new Set<RegisterEntry>(usableEntries(entries, date).map(({ entry }) => entry));
      const hidden = (entry: Entries[number]) =>
        entry.finalOn !== null && entry.finalOn <= date && !usable.has(entry) && entry.stigmaRemovedOn === null;
      const without = entries.filter((entry) => !hidden(entry));
      if (without.length === entries.length) continue;
      erased += 1;
      expect(leaving(without, custodies, date)).toEqual(leaving(entries, custodies, date));
    }
  }
  expect(erased).toBeGreaterThan(200);
});

test("What is erased stays so, whatever the clock says later, and with nothing new in the register", () => {
  for (const { entries } of people) {
    let before: ReadonlySet<string> | null = null;
    for (const date of dates) {
      const now = new Set(usableEntries(entries, date).map(({ entry }) => entry.factId));
      const news: ReadonlySet<string> = before === null ? new Set() : now.difference(before);
      // An entry that was not final on the day before may come.
      expect(
        [...news].filter((id) => entries.some((entry) => entry.factId === id && (entry.finalOn ?? "") <= today)),
      ).toEqual([]);
      before = now;
    }
  }
});

test("One more conviction holds the others: nobody's entries end earlier by it (§ 47 (3) BZRG)", () => {
  let held = 0;
  for (const { entries } of people) {
    const [model] = entries;
    if (model === undefined) continue;
    const more = {
      ...model,
      factId: "CV-MORE",
      firstJudgmentOn: today,
      decidedOn: today,
      finalOn: today,
      enforcementSettledOn: null,
    };
    const ends = (register: Entries) =>
      new Map(
        usableEntries(register, today).map(({ entry, erasableFrom }) => [entry.factId, erasableFrom ?? "9999-12-31"]),
      );
    const [alone, together] = [ends(entries), ends([...entries, more])];
    for (const [id, end] of alone) {
      const later = together.get(id) ?? "";
      expect(later >= end).toBe(true);
      if (later > end) held += 1;
    }
  }
  expect(held).toBeGreaterThan(30);
});
