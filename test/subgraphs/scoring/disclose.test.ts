import { describe, expect, test } from "vitest";
import { seededRandomizer } from "../../../subgraphs/population/seededRandomizer.ts";
import { disclose } from "../../../subgraphs/scoring/disclosure/disclose.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import type { ReducedFact } from "../../../subgraphs/scoring/engine/ReducedFact.ts";
import { type ReducedFactKey, reducedFacts } from "../../../subgraphs/scoring/reducedFacts.ts";
import { today } from "../today.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import { factsOf, type Values } from "./factsOf.ts";

const excluded = new Set(["RESTS_ON_PROCEEDINGS"]);
const told = (facts: readonly ReducedFact[]) => disclose(facts, today, demonstration, excluded);
const toldOf = (values: Values) => told(factsOf(values));
const withheldCriteria = ["C-A6", "C-B4"];

/** What proceedings may be behind the same person: charges and the prosecutor's consent, null for unknown. */
const proceedings: readonly Values[] = [null, "0", "1", "2", "3", "9", "many"].flatMap((OPEN_CHARGES) =>
  [null, "NOT_REQUIRED_OR_GIVEN", "PENDING", "REFUSED"].map((PROSECUTOR_CONSENT) => ({
    OPEN_CHARGES,
    PROSECUTOR_CONSENT,
  })),
);

const returnPrepared: Values = {
  ENFORCEABILITY: "ENFORCEABLE_FINAL",
  REMOVAL_THREAT: "ENFORCEABLE",
  TRAVEL_DOCUMENT: "PASSPORT",
  ASYLUM: "NONE",
};
/** Everything unknown that is not withheld and moves most: with it, it hangs on the withheld facts whether the data suffice. */
const scarce: Values = { FURTHER_CONVICTIONS: null, INTEREST_TO_STAY: null, TOLERATION_CLASS: null };

describe("What a person is told of an assessment, by what can be known without the proceedings", () => {
  test.each<[string, Values, object]>([
    [
      "far from every border, the band is told",
      {},
      { state: "ASSESSED", band: "NO_PROPOSAL", possibleBands: ["NO_PROPOSAL"] },
    ],
    [
      "28 points of conduct: two more by charges would change the band, so it is not told",
      { ...returnPrepared, EXPULSION_INTEREST: "SECTION_54_1", VIOLENCE_OR_WEAPON: "YES" },
      { state: "ASSESSED", band: null, possibleBands: ["PRIORITY", "REGULAR"] },
    ],
    [
      "25 points of conduct, which no charge brings to 30: the band is told",
      { ...returnPrepared, EXPULSION_INTEREST: "SECTION_54_1", FURTHER_CONVICTIONS: "1", LATEST_OFFENCE: "WITHIN_60" },
      { state: "ASSESSED", band: "REGULAR", possibleBands: ["REGULAR"] },
    ],
    [
      "a return that a refused consent would stand against: the band is not told",
      {
        EXPULSION_INTEREST: "SECTION_54_1",
        FURTHER_CONVICTIONS: "3",
        VIOLENCE_OR_WEAPON: "YES",
        ENFORCEABILITY: "ENFORCEABLE_FINAL",
        ASYLUM: "NONE",
      },
      { state: "ASSESSED", band: null, possibleBands: ["LEGAL_EXAMINATION_FIRST", "REGULAR"] },
    ],
    [
      "too little data, unless the proceedings are known: not even the state is told",
      scarce,
      { state: null, band: null, possibleBands: ["NO_PROPOSAL"] },
    ],
    [
      "too little data, whatever the proceedings: the state is told",
      { ...scarce, EXPULSION_INTEREST: null },
      { state: "INSUFFICIENT_DATA", band: null, possibleBands: [], contributions: [] },
    ],
    [
      "a minor is told to be one",
      { MINOR: "YES" },
      { state: "MINOR", band: null, possibleBands: [], contributions: [] },
    ],
    [
      "recognised protection: the band that follows from the gate is told",
      { PROTECTION: "RECOGNISED" },
      { state: "LEGAL_EXAMINATION_FIRST", band: "LEGAL_EXAMINATION_FIRST", contributions: [] },
    ],
  ])("%s", (_, values, expected) => {
    expect(toldOf(values)).toMatchObject(expected);
  });

  test("every criterion is listed: with points, as unknown, or as withheld, which hangs on the criterion alone", () => {
    const { contributions } = toldOf({ EVASION: null, TRAVEL_DOCUMENT: "PASSPORT" });
    expect(contributions.map(({ criterion }) => criterion)).toEqual(
      demonstration.criteria.map(({ criterion }) => criterion.id),
    );
    const by = new Map(contributions.map((each) => [each.criterion, each]));
    expect(by.get("C-B2")).toMatchObject({ withheld: false, points: 8, finding: "Pass liegt vor", recordFacts: [] });
    expect(by.get("C-A8")).toMatchObject({ withheld: false, points: null, finding: null });
    for (const criterion of withheldCriteria) {
      expect(by.get(criterion)).toMatchObject({
        withheld: true,
        points: null,
        finding: null,
        recordFacts: ["RESTS_ON_PROCEEDINGS"],
      });
    }
  });
});

const random = seededRandomizer("disclosure");
const persons = Array.from({ length: 50 }, anyPerson);

describe("For 50 persons drawn at random", () => {
  test("the disclosure is the same, byte by byte, whatever proceedings there are", () => {
    for (const values of persons) {
      const disclosures = proceedings.map((each) => JSON.stringify(toldOf({ ...values, ...each })));
      expect(new Set(disclosures).size, JSON.stringify(values)).toBe(1);
    }
  });

  test("though the proceedings do change the assessment of many", () => {
    const moved = persons.filter((values) => {
      const bands = proceedings.map((each) => assess(factsOf({ ...values, ...each }), today, demonstration).band);
      return new Set(bands).size > 1;
    });
    expect(moved.length).toBeGreaterThan(5);
  });

  test("what is told is true: state, band and points are those of the assessment, and its band is among the possible ones", () => {
    const seen = { band: 0, noBand: 0 };
    for (const values of persons) {
      for (const each of proceedings) {
        const facts = factsOf({ ...values, ...each });
        const assessment = assess(facts, today, demonstration);
        const { state, band, possibleBands, contributions } = told(facts);
        if (state !== null) expect(state).toBe(assessment.state);
        if (band !== null) expect(band).toBe(assessment.band);
        seen[band === null ? "noBand" : "band"] += 1;
        if (assessment.band !== null) expect(possibleBands).toContain(assessment.band);
        if (assessment.state !== "ASSESSED") continue;
        const points = contributions.filter((one) => one.points !== null);
        expect(points.map(({ criterion, points: given }) => [criterion, given])).toEqual(
          assessment.contributions
            .filter(({ criterion }) => !withheldCriteria.includes(criterion))
            .map(({ criterion, points: given }) => [criterion, given]),
        );
      }
    }
    expect(seen.band).toBeGreaterThan(150);
    expect(seen.noBand).toBeGreaterThan(150);
  });

  test("where no prohibition stands between, everything is told", () => {
    for (const values of persons) {
      const facts = factsOf(values);
      const assessment = assess(facts, today, demonstration);
      const open = disclose(facts, today, demonstration, new Set());
      expect([open.state, open.band]).toEqual([assessment.state, assessment.band]);
      expect(open.contributions.every(({ withheld }) => !withheld)).toBe(true);
    }
  });
});

test("A catalogue whose gate reads a withheld fact lets nothing be told but that there is an assessment", () => {
  const [gate] = demonstration.gates;
  if (gate === undefined) throw new Error("The catalogue has gates.");
  const withGate = { ...demonstration, gates: [{ ...gate, reads: ["OPEN_CHARGES" as const] }] };
  expect(disclose(factsOf(), today, withGate, excluded)).toEqual({
    state: null,
    band: null,
    possibleBands: [],
    contributions: [],
  });
});

/** Values of every fact but the withheld ones, each unknown now and then, as gates let through. */
function anyPerson(): Values {
  const open = { MINOR: "NO", LEGAL_REGIME: "THIRD_COUNTRY", PROTECTION: "NONE", REMOVAL_BAR: "NONE" };
  const drawn = (Object.entries(reducedFacts) as [ReducedFactKey, readonly string[] | "WHOLE_NUMBER"][]).map(
    ([key, classes]) => {
      if (random.next() < 0.08) return [key, null] as const;
      const among = classes === "WHOLE_NUMBER" ? ["0", "1", "2", "3", "4", "5"] : classes;
      return [key, among[Math.floor(random.next() * among.length)] ?? null] as const;
    },
  );
  return { ...Object.fromEntries(drawn), ...open };
}
