import { describe, expect, test } from "vitest";
import { assessedWith, demonstration } from "./demonstrationCatalogue.ts";

/** Axis A, axis B → band: both sides of every threshold. */
const table = [
  [0, -36, "NO_PROPOSAL"],
  [14, 9, "NO_PROPOSAL"],
  [14, 10, "NO_PROPOSAL"],
  [14, 41, "NO_PROPOSAL"],
  [15, 9, "NO_PROPOSAL"],
  [15, 10, "REGULAR"],
  [29, 24, "REGULAR"],
  [29, 25, "REGULAR"],
  [29, 41, "REGULAR"],
  [30, 9, "LEGAL_EXAMINATION_FIRST"],
  [30, -36, "LEGAL_EXAMINATION_FIRST"],
  [30, 10, "REGULAR"],
  [30, 24, "REGULAR"],
  [30, 25, "PRIORITY"],
  [60, 41, "PRIORITY"],
] as const;

describe("The band follows from both axes", () => {
  test.each(table)("A %i and B %i → %s", (axisA, axisB, band) => {
    expect(demonstration.band(axisA, axisB)).toBe(band);
  });

  test("Grave conduct of a person whose return is prepared is examined with priority", () => {
    const assessment = assessedWith({
      EXPULSION_INTEREST: "SECTION_54_1",
      VIOLENCE_OR_WEAPON: "YES",
      FURTHER_CONVICTIONS: "1",
      ENFORCEABILITY: "ENFORCEABLE_FINAL",
      REMOVAL_THREAT: "ENFORCEABLE",
      TRAVEL_DOCUMENT: "PASSPORT",
      ASYLUM: "NONE",
    });
    expect(assessment).toMatchObject({ axisA: 31, axisB: 26, band: "PRIORITY" });
  });
});
