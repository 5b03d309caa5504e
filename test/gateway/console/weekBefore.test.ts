import { expect, test } from "vitest";
import { weekBefore } from "../../../gateway/console/pages/officer/weekBefore.ts";
import { weekOf } from "../../../subgraphs/audit/sample/weekOf.ts";

test.each([
  ["2026-06-15T00:30:00Z", "2026-W23"],
  ["2026-06-15T01:00:01Z", "2026-W24"],
  ["2026-06-21T23:59:59Z", "2026-W24"],
  ["2027-01-01T12:00:00Z", "2026-W52"],
  ["2027-01-04T02:00:00Z", "2026-W53"],
  ["2025-01-06T02:00:00Z", "2025-W01"],
])("At %s the latest week that is over for an hour is %s, and a sample is drawn of it", (now, week) => {
  expect(weekBefore(new Date(now))).toBe(week);
  expect(weekOf(week, Date.parse(now)).name).toBe(week);
});
