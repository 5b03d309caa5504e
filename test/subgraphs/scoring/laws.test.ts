import { describe, expect, test } from "vitest";
import { seededFaker } from "../../../subgraphs/population/seededFaker.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { knownFacts } from "../../../subgraphs/scoring/engine/knownFacts.ts";
import type { Outcome } from "../../../subgraphs/scoring/engine/Outcome.ts";
import type { ReducedFactKey } from "../../../subgraphs/scoring/reducedFacts.ts";
import { judge } from "../../../validity/judge.ts";
import { originProxy, variants } from "../../../validity/variants.ts";
import { today } from "../today.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import { type DrawnValues, drawFacts, factsWith } from "./drawFacts.ts";

const faker = seededFaker(20_260_615, "laws");
const persons = Array.from({ length: 10_000 }, () => drawFacts(faker, 0.02));
const assessed = (values: object) => assess(factsWith(values), today, demonstration);
/** The same without what surrounds points and band, so that many can be judged many times. */
const judged = (values: object, compiled = demonstration) =>
  judge(knownFacts(factsWith(values), today), today, compiled);
const withoutProxy = variants.without(demonstration, originProxy);

/** Facts of conduct, from the mildest value to the gravest. */
const conduct: readonly (readonly [ReducedFactKey, readonly string[]])[] = [
  ["EXPULSION_INTEREST", ["NONE", "SECTION_54_2_MINOR", "SECTION_54_2", "SECTION_54_1"]],
  ["FURTHER_CONVICTIONS", ["0", "1", "2", "3", "9"]],
  ["VIOLENCE_OR_WEAPON", ["NO", "YES"]],
  ["LATEST_OFFENCE", ["NONE", "OLDER", "WITHIN_60", "WITHIN_24", "WITHIN_12"]],
  ["REPEAT_OFFENDER_LISTING", ["NONE", "CURRENT"]],
  ["OPEN_CHARGES", ["0", "1", "2", "3", "9"]],
  ["SOCIAL_CONDUCT", ["0", "1", "2", "3", "4", "5", "9"]],
  ["EVASION", ["NONE", "DOCUMENTED"]],
];

/** Facts that stand against a return, from no obstacle to the greatest. */
const obstacles: readonly (readonly [ReducedFactKey, readonly string[]])[] = [
  ["INTEREST_TO_STAY", ["NONE", "SERIOUS", "PARTICULARLY_SERIOUS"]],
  ["ASYLUM", ["NONE", "SUBSEQUENT_OR_INTERIM_RELIEF", "FIRST_APPLICATION"]],
  ["PROSECUTOR_CONSENT", ["NOT_REQUIRED_OR_GIVEN", "PENDING", "REFUSED"]],
  ["TOLERATION_CLASS", ["NONE", "TRAVEL_DOCUMENTS", "PROCEDURAL", "OTHER_OBSTACLE", "TRAINING_OR_EMPLOYMENT"]],
];

describe("For 10,000 random persons (seed 20260615)", () => {
  test("the sums of the contributions are the axes, and the axes lead to the band", () => {
    for (const values of persons) {
      const { state, axisA, axisB, band, contributions } = assessed(values);
      const sum = (axis: string) =>
        contributions
          .filter(({ criterion }) => criterion.startsWith(`C-${axis}`))
          .reduce((s, { points }) => s + points, 0);
      if (state !== "ASSESSED")
        expect({ axisA, axisB, contributions }).toEqual({ axisA: null, axisB: null, contributions: [] });
      else
        expect({ axisA, axisB, band }).toEqual({
          axisA: sum("A"),
          axisB: sum("B"),
          band: demonstration.band(sum("A"), sum("B")),
        });
    }
  });

  test("the order in which the facts come changes no byte", () => {
    for (const values of persons.slice(0, 2_000)) {
      const facts = factsWith(values);
      const shuffled = faker.helpers.shuffle([...facts]);
      expect(JSON.stringify(assess(shuffled, today, demonstration))).toBe(
        JSON.stringify(assess(facts, today, demonstration)),
      );
    }
  });

  test.each(conduct)("graver %s never lowers axis A", (fact, values) => {
    expectMonotonous(fact, values, ({ axisA }) => axisA, 1);
  });

  test.each(obstacles)("a greater obstacle by %s never raises axis B", (fact, values) => {
    expectMonotonous(fact, values, ({ axisB }) => axisB, -1);
  });

  test("without B2, the proxy of origin, a travel document changes neither axis nor band; with it, it does", () => {
    const documents = ["PASSPORT", "SUBSTITUTE_PRESENT", "IDENTIFIED_OR_APPLIED", "OPEN"];
    let moved = 0;
    for (const person of persons.slice(0, 1_500)) {
      const outcomes = (compiled: typeof demonstration) =>
        documents.map((value) => {
          const { axisA, axisB, band } = judged({ ...person, TRAVEL_DOCUMENT: value }, compiled);
          return `${axisA} ${axisB} ${band}`;
        });
      expect(new Set(outcomes(withoutProxy)).size).toBe(1);
      if (new Set(outcomes(demonstration)).size > 1) moved += 1;
    }
    expect(moved).toBeGreaterThan(1_000);
  });

  test("an obstacle moves nothing on the axis of conduct, and conduct nothing on the axis of return", () => {
    for (const values of persons.slice(0, 2_000)) {
      const [graver, milder] = [withAll(values, conduct, -1), withAll(values, conduct, 0)].map(assessed);
      const [barred, free] = [withAll(values, obstacles, -1), withAll(values, obstacles, 0)].map(assessed);
      expect(graver?.axisB).toBe(milder?.axisB);
      expect(barred?.axisA).toBe(free?.axisA);
    }
  });
});

function expectMonotonous(
  fact: ReducedFactKey,
  values: readonly string[],
  axisOf: (outcome: Outcome) => number | null,
  sign: 1 | -1,
): void {
  let compared = 0;
  for (const person of persons.slice(0, 1_500)) {
    const axes = values.map((value) => axisOf(judged({ ...person, [fact]: value })));
    for (const [index, axis] of axes.entries()) {
      const before = axes[index - 1];
      if (axis == null || before == null) continue;
      expect((axis - before) * sign).toBeGreaterThanOrEqual(0);
      compared += axis === before ? 0 : 1;
    }
  }
  // A fact that moves nobody would pass every law.
  expect(compared).toBeGreaterThan(500);
}

function withAll(values: DrawnValues, scales: typeof conduct, at: 0 | -1): object {
  return { ...values, ...Object.fromEntries(scales.map(([fact, scale]) => [fact, scale.at(at)])) };
}
