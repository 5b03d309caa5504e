import { describe, expect, test } from "vitest";
import { seededFaker } from "../../../subgraphs/population/seededFaker.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { changedOutcome } from "../../../subgraphs/scoring/engine/changedOutcome.ts";
import { knownFacts } from "../../../subgraphs/scoring/engine/knownFacts.ts";
import { outlook } from "../../../subgraphs/scoring/engine/outlook.ts";
import { isGateFact, type ReducedFactKey, reducedFacts } from "../../../subgraphs/scoring/reducedFacts.ts";
import { today } from "../today.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import { drawFacts, factsWith } from "./drawFacts.ts";
import { factsOf, type Values } from "./factsOf.ts";

const outlookWith = (changes: Values) => outlook(factsOf(changes), today, demonstration);

/** A person with grave conduct (axis A 34, high) whose return stands at 15 points (middle): REGULAR. */
const grave = {
  EXPULSION_INTEREST: "SECTION_54_1",
  VIOLENCE_OR_WEAPON: "YES",
  LATEST_OFFENCE: "WITHIN_12",
  ENFORCEABILITY: "ENFORCEABLE_FINAL",
  REMOVAL_THREAT: "ENFORCEABLE",
  ASYLUM: "NONE",
  PROSECUTOR_CONSENT: "NOT_REQUIRED_OR_GIVEN",
} as const satisfies Values;

describe("What would change the band", () => {
  test("is the nearest change for each other band, nearest first", () => {
    expect(assess(factsOf(grave), today, demonstration)).toMatchObject({ axisA: 34, axisB: 21, band: "REGULAR" });
    expect(outlookWith(grave).counterfactuals).toEqual([
      { changes: [{ fact: "TOLERATION_CLASS", from: "TRAVEL_DOCUMENTS", to: "NONE" }], distance: 4, band: "PRIORITY" },
      {
        changes: [{ fact: "TRAVEL_DOCUMENT", from: "OPEN", to: "IDENTIFIED_OR_APPLIED" }],
        distance: 4,
        band: "PRIORITY",
      },
      {
        changes: [{ fact: "INTEREST_TO_STAY", from: "NONE", to: "PARTICULARLY_SERIOUS" }],
        distance: 12,
        band: "LEGAL_EXAMINATION_FIRST",
      },
      {
        changes: [{ fact: "EXPULSION_INTEREST", from: "SECTION_54_1", to: "NONE" }],
        distance: 20,
        band: "NO_PROPOSAL",
      },
    ]);
  });

  test("is a pair of changes where no single one suffices", () => {
    const { counterfactuals } = outlookWith({ ASYLUM: "NONE", PROSECUTOR_CONSENT: "NOT_REQUIRED_OR_GIVEN" });
    expect(counterfactuals.map(({ band }) => band)).toContain("REGULAR");
    expect(new Set(counterfactuals.map(({ changes }) => changes.length))).toEqual(new Set([2]));
  });

  test.each([
    ["who is a minor", { MINOR: "YES" }],
    ["with recognised protection", { PROTECTION: "RECOGNISED" }],
    ["of whom too little is known", { EXPULSION_INTEREST: null, ENFORCEABILITY: null, ASYLUM: null }],
  ] as const)("is not told of a person %s", (_who, changes) => {
    expect(outlookWith(changes).counterfactuals).toEqual([]);
  });

  test("never asks for another citizenship, age or protection", () => {
    const facts = outlookWith(grave).counterfactuals.flatMap(({ changes }) => changes.map(({ fact }) => fact));
    expect(facts.filter(isGateFact)).toEqual([]);
  });
});

describe("What an unknown fact could still change", () => {
  test("is told by outcome, without repetition", () => {
    expect(outlookWith({ ...grave, TRAVEL_DOCUMENT: null }).missing).toEqual([
      {
        fact: "TRAVEL_DOCUMENT",
        outcomes: [
          { state: "ASSESSED", band: "PRIORITY" },
          { state: "ASSESSED", band: "REGULAR" },
        ],
      },
    ]);
  });

  test("of a gate names what the gate would do", () => {
    expect(outlookWith({ ...grave, MINOR: null }).missing).toEqual([
      {
        fact: "MINOR",
        outcomes: [
          { state: "MINOR", band: null },
          { state: "ASSESSED", band: "REGULAR" },
        ],
      },
    ]);
  });

  test("is nothing where everything is known", () => {
    expect(outlookWith(grave).missing).toEqual([]);
  });
});

describe("Of 1,000 random persons (seed 20260615)", () => {
  const faker = seededFaker(20_260_615, "outlook");
  const persons = Array.from({ length: 1_000 }, () => drawFacts(faker, 0.02));
  const assessed = (values: object) => assess(factsWith(values), today, demonstration);

  test("every change that is named leads to the band and over the distance that is named", () => {
    for (const values of persons) {
      const actual = assessed(values);
      for (const { changes, distance, band } of outlook(factsWith(values), today, demonstration).counterfactuals) {
        expect(changes.map(({ fact }) => values[fact])).toEqual(changes.map(({ from }) => from));
        const other = assessed({ ...values, ...Object.fromEntries(changes.map(({ fact, to }) => [fact, to])) });
        const moved =
          Math.abs((other.axisA ?? 0) - (actual.axisA ?? 0)) + Math.abs((other.axisB ?? 0) - (actual.axisB ?? 0));
        expect({ band: other.band, moved }).toEqual({ band, moved: distance });
        expect(band).not.toBe(actual.band);
      }
    }
  });

  test("no change of one fact leads to another band over a shorter distance than the one that is named", () => {
    for (const values of persons.slice(0, 200)) {
      const actual = assessed(values);
      const told = outlook(factsWith(values), today, demonstration).counterfactuals;
      for (const [fact, value] of everySingleChange(values)) {
        const other = assessed({ ...values, [fact]: value });
        if (actual.state !== "ASSESSED" || other.band === actual.band) continue;
        const moved =
          Math.abs((other.axisA ?? 0) - (actual.axisA ?? 0)) + Math.abs((other.axisB ?? 0) - (actual.axisB ?? 0));
        const nearest = told.find(({ band }) => band === other.band);
        expect(nearest?.distance).toBeLessThanOrEqual(moved);
      }
    }
  });

  test("two changes together lead where the engine leads with both values", () => {
    for (const values of persons.slice(0, 40)) {
      if (assessed(values).state !== "ASSESSED") continue;
      const outcomeOf = changedOutcome(demonstration, knownFacts(factsWith(values), today), today);
      const singles = everySingleChange(values).map(([fact, to]) => ({ fact, to }));
      for (let drawn = 0; drawn < 50; drawn += 1) {
        const [first, second] = faker.helpers.arrayElements(singles, 2);
        if (first === undefined || second === undefined || first.fact === second.fact) continue;
        const { state, band, axisA, axisB } = assessed({ ...values, [first.fact]: first.to, [second.fact]: second.to });
        expect(outcomeOf([first, second])).toEqual(state === "ASSESSED" ? { band, axisA, axisB } : null);
      }
    }
  });
});

function everySingleChange(values: ReturnType<typeof drawFacts>): readonly (readonly [ReducedFactKey, string])[] {
  return (Object.keys(reducedFacts) as ReducedFactKey[])
    .filter((key) => !isGateFact(key) && values[key] !== null)
    .flatMap((key) => {
      const classes = reducedFacts[key];
      const all = classes === "WHOLE_NUMBER" ? ["0", "1", "2", "3", "4", "5", "6", "7", "40"] : classes;
      return all.map((value) => [key, value] as const);
    });
}
