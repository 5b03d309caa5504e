import { expect, test } from "vitest";
import { type PeriodUnit, periodEnd } from "../../../../subgraphs/casework/deadlines/periodEnd.ts";
import { addDays } from "../../../../subgraphs/shell/calendar/addDays.ts";
import { holidaysOf } from "../../../../subgraphs/shell/calendar/holidaysOf.ts";

test("North Rhine-Westphalia has eleven holidays in 2026, as the calendar of the Land has them", () => {
  expect([...holidaysOf(2026)].sort()).toEqual([
    "2026-01-01",
    "2026-04-03",
    "2026-04-06",
    "2026-05-01",
    "2026-05-14",
    "2026-05-25",
    "2026-06-04",
    "2026-10-03",
    "2026-11-01",
    "2026-12-25",
    "2026-12-26",
  ]);
});

// Good Friday of other years, among them the earliest and the latest Easter of this century.
test.each([
  [2008, "2008-03-21"],
  [2024, "2024-03-29"],
  [2027, "2027-03-26"],
  [2030, "2030-04-19"],
  [2038, "2038-04-23"],
  [2096, "2096-04-13"],
])("Good Friday of %i is %s", (year, day) => {
  expect(holidaysOf(year)).toContain(day);
});

test.each<readonly [title: string, eventDay: string, length: number, unit: PeriodUnit, end: string]>([
  ["the day of the event does not count (§ 187 (1) BGB)", "2026-06-15", 1, "DAY", "2026-06-16"],
  ["two weeks end on the same day of the week (§ 188 (2) BGB)", "2026-06-15", 2, "WEEK", "2026-06-29"],
  ["a month ends on the day of its number", "2026-06-15", 1, "MONTH", "2026-07-15"],
  ["from 31 August a month ends on 30 September (§ 188 (3) BGB)", "2026-08-31", 1, "MONTH", "2026-09-30"],
  ["from 31 January a month ends on the last of February, in 2028 the 29th", "2028-01-31", 1, "MONTH", "2028-02-29"],
  [
    "from the 28th of February a month ends on the 28th, here a Saturday, so on Monday 30 March",
    "2026-02-28",
    1,
    "MONTH",
    "2026-03-30",
  ],
  ["an end on Saturday moves to Monday (§ 193 BGB, § 31 (3) VwVfG)", "2026-06-15", 5, "DAY", "2026-06-22"],
  ["an end on Good Friday moves over Easter to Tuesday", "2026-03-20", 2, "WEEK", "2026-04-07"],
  ["an end on Corpus Christi, a holiday here, moves to Friday", "2026-05-04", 1, "MONTH", "2026-06-05"],
  ["an end on Christmas Day 2026 moves over the weekend to Monday", "2026-11-25", 1, "MONTH", "2026-12-28"],
  ["an end on New Year's Day moves to the next working day of the new year", "2025-12-01", 1, "MONTH", "2026-01-02"],
  [
    "31 October, a holiday elsewhere, is a Saturday in 2026 and All Saints' a Sunday: Monday 2 November",
    "2026-10-17",
    2,
    "WEEK",
    "2026-11-02",
  ],
])("%s", (_, eventDay, length, unit, end) => {
  expect(periodEnd({ eventDay, length, unit })).toBe(end);
});

test("no period of the next twenty years ends on a Saturday, a Sunday or a holiday, nor before its length", () => {
  for (let day = "2026-01-01"; day < "2046-01-01"; day = addDays(day, 1)) {
    const end = periodEnd({ eventDay: day, length: 14, unit: "DAY" });
    expect([0, 6]).not.toContain(new Date(end).getUTCDay());
    expect(holidaysOf(Number(end.slice(0, 4))).has(end)).toBe(false);
    expect(end >= addDays(day, 14) && end <= addDays(day, 19)).toBe(true);
  }
});
