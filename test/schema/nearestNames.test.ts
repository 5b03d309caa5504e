import { expect, test } from "vitest";
import { nearestNames } from "../../schema/nearestNames.ts";

const names = ["CONVICTION", "CONVICTION_COUNT", "CUSTODY", "SEX"];

test.each([
  ["a letter too few", "CONVICTON", "CONVICTION"],
  ["a letter too many", "CUSTODYY", "CUSTODY"],
  ["two letters changed about", "CUSTDOY", "CUSTODY"],
  ["small letters", "conviction_count", "CONVICTION_COUNT"],
  ["nothing", "", "SEX"],
])("The nearest name is found for %s", (_, given, nearest) => {
  expect(nearestNames(given, names)[0]).toBe(nearest);
});

test("All names are given, the more alike first", () => {
  expect(nearestNames("CONVICTION_CUNT", names)).toEqual(["CONVICTION_COUNT", "CONVICTION", "CUSTODY", "SEX"]);
});

test("Names of which too many letters differ are left out where a share is set", () => {
  expect(nearestNames("CUSTODIES", names, 0.5)).toEqual(["CUSTODY"]);
  expect(nearestNames("ABC", names, 0.5)).toEqual([]);
  expect(nearestNames("ABC", [])).toEqual([]);
});
