import { de, Faker } from "@faker-js/faker";
import { describe, expect, test } from "vitest";
import { vocabulary } from "../../../schema/vocabulary.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import type { ReducedFact } from "../../../subgraphs/scoring/engine/ReducedFact.ts";
import { factCategories } from "../../../subgraphs/scoring/factCategories.ts";
import { presentAssessment } from "../../../subgraphs/scoring/presentAssessment.ts";
import { type ReducedFactKey, reducedFacts } from "../../../subgraphs/scoring/reducedFacts.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import { drawFacts, factsWith } from "./drawFacts.ts";

const date = "2026-06-15";
const keys = Object.keys(reducedFacts) as ReducedFactKey[];
const categories = [...new Set(Object.values(factCategories).flat())].sort();

/** Everything that is told of an assessment by whoever may read all but these categories, every part of it called. */
function told(facts: readonly ReducedFact[], closed: readonly string[]) {
  const isWithheld = (key: string) => factCategories[key as ReducedFactKey].some((each) => closed.includes(each));
  const presented = presentAssessment(assess(facts, date, demonstration), facts, [], null, isWithheld);
  // biome-ignore lint/suspicious/noExplicitAny: looks into every part
  return evaluated(presented) as any;
}

function evaluated(value: unknown): unknown {
  if (typeof value === "function") return evaluated(value());
  if (Array.isArray(value)) return value.map(evaluated);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, evaluated(each)]));
}

const faker = new Faker({ locale: de, seed: 4 });
/** Persons with facts drawn at random, some of them unknown. */
const persons = Array.from({ length: 40 }, () => factsWith(drawFacts(faker, 0.05)));

test("The categories that a trace is told by are those of the facts that it rests on", () => {
  expect([...(vocabulary.categories.ASSESSMENT_TRACE?.parts ?? [])].sort()).toEqual(categories);
  expect(categories.filter((name) => !Object.hasOwn(vocabulary.categories, name))).toEqual([]);
});

test("Whoever may read every category is told everything, and the contributions add up to the score", () => {
  for (const facts of persons) {
    const { state, axisA, axisB, contributions, inputsHash } = told(facts, []);
    if (state !== "ASSESSED") continue;
    const sum = (axis: string) =>
      contributions
        .filter(({ criterion }: { criterion: { axis: string } }) => criterion.axis === axis)
        .reduce((total: number, { points }: { points: number }) => total + points, 0);
    expect([sum("A"), sum("B")]).toEqual([axisA, axisB]);
    expect(inputsHash).toMatch(/^[0-9a-f]{64}$/);
  }
});

describe.each(categories)("Who may not read %s", (category) => {
  const closed = keys.filter((key) => factCategories[key].includes(category));
  const isClosed = (key: string) => closed.some((each) => each === key);

  test("is told which contributions are withheld, and nothing of them, nor what would let them be worked out", () => {
    for (const facts of persons) {
      const partly = told(facts, [category]);
      const whole = told(facts, []);
      expect([partly.state, partly.band]).toEqual([whole.state, whole.band]);
      const hidden = demonstration.criteria.filter(({ criterion }) => criterion.reads.some(isClosed));
      const hiddenIds = hidden.map(({ criterion }) => criterion.id);
      if (whole.state === "ASSESSED") {
        const withheld = partly.contributions.filter((each: { withheld: boolean }) => each.withheld);
        expect(withheld.map((each: { criterion: { id: string } }) => each.criterion.id)).toEqual(hiddenIds);
        for (const { points, finding, facts: behind, categories: named } of withheld) {
          expect([points, finding, behind]).toEqual([null, null, null]);
          expect(named).toContain(category);
        }
      }
      for (const axis of ["A", "B"] as const) {
        const isHidden = hidden.some(({ criterion }) => criterion.axis === axis);
        expect(partly[`axis${axis}`]).toBe(isHidden ? null : whole[`axis${axis}`]);
      }
      const { inputsHash, oldestFactOn, knownWeightPercent, counterfactuals } = partly;
      expect([inputsHash, oldestFactOn, knownWeightPercent, counterfactuals]).toEqual([null, null, null, null]);
      const reasons = [...partly.reasons, ...partly.counterReasons];
      expect(reasons.filter((each: { criterion: { id: string } }) => hiddenIds.includes(each.criterion.id))).toEqual(
        [],
      );
      expect(partly.missing.filter(({ fact }: { fact: string }) => isClosed(fact))).toEqual([]);
    }
  });

  test("is told the same bytes whatever such a fact says, or that nobody knows it, as long as state and band are the same", () => {
    let compared = 0;
    for (const facts of persons) {
      const before = told(facts, [category]);
      for (const key of closed) {
        const values = [reducedFacts[key]].flat() as readonly string[];
        const others = [
          facts.filter((fact) => fact.key !== key),
          ...(values[0] === "WHOLE_NUMBER" ? ["0", "1", "9"] : values).map((value) => [
            ...facts.filter((fact) => fact.key !== key),
            { key, value, asOf: "2019-01-01", references: ["X-1@3"] },
          ]),
        ];
        for (const other of others) {
          const after = told(other, [category]);
          if (after.state !== before.state || after.band !== before.band) continue;
          compared += 1;
          expect(JSON.stringify(after)).toBe(JSON.stringify(before));
        }
      }
    }
    expect(compared).toBeGreaterThan(30);
  });
});

test("Of a catalogue that is not held any more nobody is told a contribution: what it rests on is not known", () => {
  const [facts = []] = persons;
  const assessment = { ...assess(facts, date, demonstration), catalogueVersion: "gone-1" };
  const presented = evaluated(presentAssessment(assessment, facts, [], null, () => false));
  expect(presented).toMatchObject({ axisA: null, axisB: null, contributions: [], missing: [], inputsHash: null });
});
