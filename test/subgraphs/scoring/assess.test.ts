import { base, Faker } from "@faker-js/faker";
import { describe, expect, test } from "vitest";
import { assess, assessmentLifeDays } from "../../../subgraphs/scoring/engine/assess.ts";
import type { ReducedFact } from "../../../subgraphs/scoring/engine/ReducedFact.ts";
import { type ReducedFactKey, reducedFacts } from "../../../subgraphs/scoring/reducedFacts.ts";
import { today } from "../today.ts";
import { assessedWith, demonstration } from "./demonstrationCatalogue.ts";
import { factsOf, nothingCounts } from "./factsOf.ts";

const keys = Object.keys(reducedFacts) as ReducedFactKey[];

/** Reduced facts of persons drawn at random, each fact known in four of five. */
function randomPersons(count: number, seed: number): readonly (readonly ReducedFact[])[] {
  const faker = new Faker({ locale: [base], seed });
  return Array.from({ length: count }, () =>
    keys
      .filter(() => faker.datatype.boolean(0.8))
      .map((key) => {
        const classes = reducedFacts[key];
        const value =
          classes === "WHOLE_NUMBER"
            ? String(faker.number.int({ min: 0, max: 7 }))
            : faker.helpers.arrayElement<string>(classes);
        const asOf = faker.datatype.boolean(0.9)
          ? faker.date.between({ from: "2020-01-01", to: today }).toISOString().slice(0, 10)
          : null;
        return { key, value, asOf, references: [`${key}-1@1`, `${key}-2@3`] };
      }),
  );
}

describe("The score is the sum of its contributions", () => {
  test("of 1,000 random persons, without exception", () => {
    const states = new Set<string>();
    for (const facts of randomPersons(1000, 7)) {
      const { state, axisA, axisB, contributions } = assess(facts, today, demonstration);
      states.add(state);
      const sum = (axis: string) =>
        contributions
          .filter(({ criterion }) => criterion.startsWith(`C-${axis}`))
          .reduce((total, { points }) => total + points, 0);
      if (state === "ASSESSED") expect([sum("A"), sum("B")]).toEqual([axisA, axisB]);
      else expect([axisA, axisB, contributions]).toEqual([null, null, []]);
    }
    expect(states).toEqual(
      new Set(["ASSESSED", "MINOR", "OUT_OF_SCOPE", "LEGAL_EXAMINATION_FIRST", "INSUFFICIENT_DATA"]),
    );
  });
});

describe("Unknown is not the else", () => {
  const criterionKeys = keys.filter((key) => !["MINOR", "LEGAL_REGIME", "PROTECTION", "REMOVAL_BAR"].includes(key));

  test.each(criterionKeys)("Without %s its criterion contributes nothing and names it as missing", (key) => {
    const { contributions, missing, state } = assessedWith({ [key]: null });
    const reading = demonstration.catalogue.criteria.filter(({ reads }) => reads.includes(key)).map(({ id }) => id);
    expect(state).toBe("ASSESSED");
    expect(reading).toHaveLength(1);
    expect(missing).toEqual([{ criterion: reading[0], fact: key, reason: "UNKNOWN" }]);
    expect(contributions.map(({ criterion }) => criterion)).toEqual(
      demonstration.catalogue.criteria.map(({ id }) => id).filter((id) => !reading.includes(id)),
    );
  });

  test("A person of whom nothing is known is not assessed", () => {
    expect(assess([], today, demonstration)).toMatchObject({
      state: "INSUFFICIENT_DATA",
      knownWeightPercent: 0,
      axisA: null,
    });
  });

  test.each([
    ["a class that does not exist", "INVALID", [{ value: "VERY_SERIOUS" }]],
    ["a class that does not exist, beside one that does", "INVALID", [{ value: "INVALID" }, { value: "NONE" }]],
    ["a date after that of the question", "FUTURE", [{ value: "SECTION_54_1", asOf: "2026-06-16" }]],
    ["two values that contradict each other", "CONTRADICTORY", [{ value: "SECTION_54_1" }, { value: "NONE" }]],
  ])("A fact with %s is not assessable, because it is %s", (_about, reason, given) => {
    const others = factsOf({ EXPULSION_INTEREST: null });
    const facts = given.map((each) => ({ key: "EXPULSION_INTEREST", asOf: null, references: [], ...each }));
    const { missing, contributions } = assess([...others, ...facts], today, demonstration);
    expect(missing).toEqual([{ criterion: "C-A1", fact: "EXPULSION_INTEREST", reason }]);
    expect(contributions.map(({ criterion }) => criterion)).not.toContain("C-A1");
  });

  test.each(["-3", "2.5", "03", "", "three"])('A number of convictions written "%s" is invalid', (value) => {
    expect(assessedWith({ FURTHER_CONVICTIONS: value }).missing).toEqual([
      { criterion: "C-A2", fact: "FURTHER_CONVICTIONS", reason: "INVALID" },
    ]);
  });
});

describe("The same facts and date give the same assessment", () => {
  test("whatever the order of the facts and of their references", () => {
    const faker = new Faker({ locale: [base], seed: 11 });
    for (const facts of randomPersons(100, 12)) {
      const shuffled = faker.helpers
        .shuffle(facts)
        .map((fact) => ({ ...fact, references: [...fact.references].reverse() }));
      expect(JSON.stringify(assess(shuffled, today, demonstration))).toBe(
        JSON.stringify(assess(facts, today, demonstration)),
      );
    }
  });

  test("and the hash of the inputs is the same on every machine", () => {
    expect(assessedWith({}).inputsHash).toBe("b6b2dc454db049bb4bc1c977757c743b293607d064118e4e20b60beba023cafd");
  });

  test("another date, fact, version of a fact or catalogue gives another hash", () => {
    const facts = factsOf();
    const [first, ...rest] = facts;
    const corrected = [{ ...first, references: ["MINOR-1@2"] } as ReducedFact, ...rest];
    const other = { ...demonstration, catalogue: { ...demonstration.catalogue, hash: "0" } };
    const hashes = [
      assess(facts, today, demonstration),
      assess(facts, "2026-06-16", demonstration),
      assess(factsOf({ OPEN_CHARGES: "1" }), today, demonstration),
      assess(corrected, today, demonstration),
      assess(facts, today, other),
    ].map(({ inputsHash }) => inputsHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("An assessment tells what it rests on", () => {
  test("Each contribution names its facts", () => {
    const { contributions } = assessedWith({});
    expect(contributions.find(({ criterion }) => criterion === "C-B1")?.facts).toEqual([
      "ENFORCEABILITY-1@1",
      "REMOVAL_THREAT-1@1",
    ]);
  });

  test("The oldest fact is named by its date", () => {
    const facts = factsOf().map((fact) => (fact.key === "EVASION" ? { ...fact, asOf: "2021-02-03" } : fact));
    expect(assess(facts, today, demonstration).oldestFactOn).toBe("2021-02-03");
  });

  test("The oldest fact of one held back at the first gate is the one that the gate read", () => {
    const facts = factsOf({ MINOR: "YES" }).map((fact) =>
      fact.key === "EVASION" ? { ...fact, asOf: "2021-02-03" } : fact,
    );
    expect(assess(facts, today, demonstration).oldestFactOn).toBe("2026-01-10");
  });

  test("An assessment of 15 June 2026 may be used until 13 September 2026", () => {
    expect(assessmentLifeDays).toBe(90);
    expect(assessedWith({})).toMatchObject({ at: "2026-06-15", expiresOn: "2026-09-13" });
  });

  test("It says that its criteria are a demonstration", () => {
    expect(assessedWith({})).toMatchObject({
      status: "DEMONSTRATION",
      catalogueVersion: "demo-1",
      engineVersion: "1.1.0",
    });
  });

  test("Every reduced fact is read by a gate or a criterion: none is asked for in vain", () => {
    const gates = demonstration.gates.flatMap(({ reads }) => reads);
    const criteria = demonstration.catalogue.criteria.flatMap(({ reads }) => reads);
    expect([...gates, ...criteria].sort()).toEqual(Object.keys(nothingCounts).sort());
  });
});
