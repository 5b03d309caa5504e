import { describe, expect, test } from "vitest";
import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import { addMonths } from "../../../subgraphs/shell/calendar/addMonths.ts";
import { daysBetween } from "../../../subgraphs/shell/calendar/daysBetween.ts";

describe("Days", () => {
  test.each([
    ["2026-06-15", 0, "2026-06-15"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2025-12-31", 1, "2026-01-01"],
    // Summer time begins on 29 March 2026 and ends on 25 October: those days count as any other.
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
    ["2016-06-15", 3652, "2026-06-15"],
    ["1965-01-01", -1, "1964-12-31"],
  ])("%s and %i days make %s, and back", (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(to, -days)).toBe(from);
  });
});

describe("Months", () => {
  test.each([
    ["2026-06-15", 0, "2026-06-15"],
    ["2026-06-15", 60, "2031-06-15"],
    ["2026-06-15", -18, "2024-12-15"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
  ])("%s and %i months make %s; where the month is too short, its last day", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});
