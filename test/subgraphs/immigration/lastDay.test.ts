import { expect, test } from "vitest";
import { lastDay } from "../../../subgraphs/immigration/lastDay.ts";
import { removalThreat, toleration, travelDocument } from "../../../subgraphs/immigration/tables.ts";
import { knownEnds } from "../../../subgraphs/shell/knownEnds.ts";

test.each([
  ["a toleration holds through its last day", toleration, { validUntil: "2026-08-31", endedOn: null }, "2026-08-31"],
  [
    "one that was revoked, until the day before",
    toleration,
    { validUntil: "2026-08-31", endedOn: "2026-07-01" },
    "2026-06-30",
  ],
  ["a document holds through its last day", travelDocument, { validUntil: "2027-01-31" }, "2027-01-31"],
  ["one without a last day has no known end", travelDocument, { validUntil: null }, null],
  ["a removal threat ends by an act alone", removalThreat, { deadline: "2026-07-01" }, null],
] as const)("%s", (_, table, row, expected) => {
  expect(lastDay(table, row)).toBe(expected);
});

test.each([
  [
    "the day after the last day",
    { factId: "RF-1", version: 3 },
    "2026-08-31",
    [{ reference: "RF-1@3", endsOn: "2026-09-01" }],
  ],
  [
    "the day after deletion is due, if that is earlier",
    { factId: "RF-1", deleteBy: "2026-07-15" },
    "2026-08-31",
    [{ reference: "RF-1@1", endsOn: "2026-07-16" }],
  ],
  ["nothing where no end is known", { factId: "RF-1", deleteBy: null }, null, []],
] as const)("The directory is told %s", (_, version, last, expected) => {
  expect(knownEnds(version, last)).toEqual(expected);
});
