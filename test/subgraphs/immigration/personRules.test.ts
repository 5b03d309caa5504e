import { describe, expect, test } from "vitest";
import { familyNameKey } from "../../../subgraphs/immigration/familyNameKey.ts";
import { isMinorOn } from "../../../subgraphs/immigration/isMinorOn.ts";

describe("A family name as lists order it", () => {
  test.each([
    ["Müller", "mueller"],
    ["MUELLER", "mueller"],
    ["Groß", "gross"],
    ["Öztürk", "oeztuerk"],
    ["Mu\u0308ller", "mueller"],
    ["Şahin", "sahin"],
    ["Łukasz", "lukasz"],
    ["Nguyễn", "nguyen"],
    ["Öz", "oez"],
    ["al-Hassan", "al-hassan"],
    [null, ""],
  ])("%s stands as %s", (name, key) => {
    expect(familyNameKey(name)).toBe(key);
  });
});

describe("Under 18", () => {
  test.each([
    ["2026-06-14", "2008-06-15", true],
    ["2026-06-15", "2008-06-15", false],
    ["2026-02-28", "2008-02-29", true],
    ["2026-03-01", "2008-02-29", false],
    ["2026-06-15", null, null],
  ])("on %s, born on %s: %s", (date, dateOfBirth, expected) => {
    expect(isMinorOn(date, dateOfBirth)).toBe(expected);
  });
});
