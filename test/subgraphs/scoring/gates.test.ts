import { describe, expect, test } from "vitest";
import { catalogues } from "../../../subgraphs/scoring/catalogue/catalogues.ts";
import { assessedWith, demonstration } from "./demonstrationCatalogue.ts";
import type { Values } from "./factsOf.ts";

interface Expected {
  readonly about: string;
  readonly values: Values;
  readonly state: string;
  readonly band: string | null;
  readonly closed: readonly string[];
}

const grave: Values = { EXPULSION_INTEREST: "SECTION_54_1", VIOLENCE_OR_WEAPON: "YES", FURTHER_CONVICTIONS: "3" };

const table: readonly Expected[] = [
  {
    about: "A minor is not scored, whatever is known of conduct",
    values: { MINOR: "YES", ...grave },
    state: "MINOR",
    band: null,
    closed: ["G1"],
  },
  {
    about: "A minor with recognised protection is held back as a minor",
    values: { MINOR: "YES", PROTECTION: "RECOGNISED" },
    state: "MINOR",
    band: null,
    closed: ["G1"],
  },
  {
    about: "A German is out of scope",
    values: { LEGAL_REGIME: "GERMAN" },
    state: "OUT_OF_SCOPE",
    band: null,
    closed: ["G2"],
  },
  {
    about: "A Union citizen is out of scope",
    values: { LEGAL_REGIME: "UNION_CITIZEN", ...grave },
    state: "OUT_OF_SCOPE",
    band: null,
    closed: ["G2"],
  },
  {
    about: "A Union citizen who lost free movement is assessed",
    values: { LEGAL_REGIME: "UNION_CITIZEN_LOSS" },
    state: "ASSESSED",
    band: "NO_PROPOSAL",
    closed: [],
  },
  {
    about: "Recognised protection goes to the lawyers first",
    values: { PROTECTION: "RECOGNISED", ...grave },
    state: "LEGAL_EXAMINATION_FIRST",
    band: "LEGAL_EXAMINATION_FIRST",
    closed: ["G3"],
  },
  {
    about: "A removal bar goes to the lawyers first",
    values: { REMOVAL_BAR: "EXISTS" },
    state: "LEGAL_EXAMINATION_FIRST",
    band: "LEGAL_EXAMINATION_FIRST",
    closed: ["G3"],
  },
  {
    about: "A known removal bar suffices though protection is unknown",
    values: { PROTECTION: null, REMOVAL_BAR: "EXISTS" },
    state: "LEGAL_EXAMINATION_FIRST",
    band: "LEGAL_EXAMINATION_FIRST",
    closed: ["G3"],
  },
  {
    about: "Whoever may be a minor is not assessed",
    values: { MINOR: null, ...grave },
    state: "INSUFFICIENT_DATA",
    band: null,
    closed: ["G5"],
  },
  {
    about: "Whoever may be a minor gets no band from protection either",
    values: { MINOR: null, PROTECTION: "RECOGNISED" },
    state: "INSUFFICIENT_DATA",
    band: null,
    closed: ["G5"],
  },
  {
    about: "Whose protection is unknown is not assessed",
    values: { PROTECTION: null },
    state: "INSUFFICIENT_DATA",
    band: null,
    closed: ["G5"],
  },
  {
    about: "A grown third-country national without protection is assessed",
    values: {},
    state: "ASSESSED",
    band: "NO_PROPOSAL",
    closed: [],
  },
];

describe("Gates come before any point", () => {
  test.each(table)("$about", ({ values, state, band, closed }) => {
    const assessment = assessedWith(values);
    expect(assessment).toMatchObject({ state, band });
    expect(assessment.gates.filter((gate) => gate.closed).map(({ id }) => id)).toEqual(closed);
  });

  test.each(table.filter(({ state }) => state !== "ASSESSED"))(
    "$about: there is no score and nothing to add one up from",
    ({ values }) => {
      expect(assessedWith(values)).toMatchObject({ axisA: null, axisB: null, contributions: [] });
    },
  );

  test("Of 137 points of weight, 96 known (70 %) suffice and 95 (69 %) do not", () => {
    // Unknown: A1 (20), B6 (13), and B3 (8) or B4 (9).
    const unknown = { EXPULSION_INTEREST: null, ASYLUM: null };
    expect(assessedWith({ ...unknown, CUSTODY_PERSPECTIVE: null })).toMatchObject({
      state: "ASSESSED",
      knownWeightPercent: 70,
    });
    expect(assessedWith({ ...unknown, PROSECUTOR_CONSENT: null })).toMatchObject({
      state: "INSUFFICIENT_DATA",
      knownWeightPercent: 69,
    });
  });

  test("Gates keep their ids and their order", () => {
    expect(assessedWith({}).gates.map(({ id }) => id)).toEqual(["G1", "G2", "G3", "G5"]);
  });
});

describe("The catalogue in force depends on the date of the question", () => {
  test("On 28 February 2026, a day before the pilot, there is none", () => {
    expect(catalogues.inForce("2026-02-28")).toBeNull();
  });

  test("From 1 March 2026 it is demo-1", () => {
    expect(catalogues.inForce("2026-03-01")?.catalogue.version).toBe("demo-1");
  });

  test("demo-1 was in use and is not edited: a change is a new version", () => {
    expect(demonstration.catalogue.hash).toBe("dc5948a25310e60cd01efc07daa5aba8f1306c4be54880dee2f4962c00edae23");
  });
});
