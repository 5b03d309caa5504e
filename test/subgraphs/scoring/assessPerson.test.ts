import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outlook } from "../../../subgraphs/scoring/engine/outlook.ts";
import { askers } from "./askers.ts";
import { assessedWith, demonstration } from "./demonstrationCatalogue.ts";
import { factsOf, type Values } from "./factsOf.ts";
import { personReference } from "./personReference.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";

const query = `query ($references: [_Any!]!) {
  _entities(representations: $references) { ... on Person {
    personRef
    assessment {
      status state band at expiresOn axisA axisB knownWeightPercent oldestFactOn catalogueVersion engineVersion inputsHash
      gates { id question norm closed }
      contributions { criterion { id axis question norm pointsMax proxyNote } points finding facts }
      missing { criterion { id } fact reason outcomes { state band } }
      reasons { criterion { id } points } counterReasons { criterion { id } points }
      counterfactuals { changes { fact from to } distance band }
      seal
    }
  } }
}`;
const grave = { EXPULSION_INTEREST: "SECTION_54_1", VIOLENCE_OR_WEAPON: "YES", EVASION: null } as const;

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  await world.relate(
    { caseRef: "FM-2026-9001", personRef: "P-ONE" },
    { caseRef: "FM-2026-9002", personRef: "P-TWO" },
    { caseRef: "FM-2026-9003", personRef: "P-BLOCKED" },
    { caseRef: "FM-2026-9004", personRef: "P-KOELN", office: "RRK_KOELN" },
    ...Array.from({ length: 300 }, (_, at) => ({ caseRef: `FM-2026-8${at}`, personRef: `P-MANY-${at}` })),
  );
  await world.block("P-BLOCKED");
});
afterAll(() => world.close());

const assessed = async (...references: readonly object[]) => {
  const { data, errors } = await world.ask(askers.rrkMuenster, query, { references });
  expect(errors).toBeUndefined();
  return data._entities;
};

describe("On 15 June 2026 RRK Münster has a person of its own assessed", () => {
  test("and reads what the engine makes of the facts, each point with criterion, norm and facts", async () => {
    const [{ assessment }] = await assessed(personReference("P-ONE", grave));
    const { contributions, gates, missing, ...expected } = assessedWith(grave);
    expect(assessment).toMatchObject(expected);
    expect(assessment.seal).toEqual(expect.any(String));
    expect(assessment.contributions).toHaveLength(contributions.length);
    expect(assessment.contributions[0]).toEqual({
      criterion: {
        id: "C-A1",
        axis: "A",
        question: "Welches Ausweisungsinteresse ist höchstens festgestellt?",
        norm: "§ 54 AufenthG",
        pointsMax: 20,
        proxyNote: expect.any(String),
      },
      points: 20,
      finding: "Besonders schwerwiegendes Ausweisungsinteresse (§ 54 Abs. 1 AufenthG)",
      facts: ["EXPULSION_INTEREST-1@1"],
    });
    expect(assessment.gates.map(({ id, closed }: (typeof gates)[number]) => ({ id, closed }))).toEqual(gates);
    expect(assessment.gates.every(({ question, norm }: { question: string; norm: string }) => question && norm)).toBe(
      true,
    );
    expect(assessment.missing).toEqual(
      missing.map(({ criterion, ...each }) => ({ criterion: { id: criterion }, ...each, outcomes: expect.any(Array) })),
    );
  });

  test("and reads what speaks for and against, what is missing and how far it could matter, and what would change the band", async () => {
    const [{ assessment }] = await assessed(personReference("P-ONE", grave));
    const sides = [...assessment.reasons, ...assessment.counterReasons];
    expect(sides.map(({ criterion, points }) => [criterion.id, points]).sort()).toEqual(
      assessedWith(grave)
        .contributions.map(({ criterion, points }) => [criterion, points])
        .sort(),
    );
    expect(assessment.reasons.map(({ points }: { points: number }) => points)).toEqual([20, 8]);
    expect(assessment.counterReasons[0]).toEqual({ criterion: { id: "C-B6" }, points: -5 });
    expect(assessment.missing).toEqual([
      {
        criterion: { id: "C-A8" },
        fact: "EVASION",
        reason: "UNKNOWN",
        outcomes: [
          { state: "ASSESSED", band: "LEGAL_EXAMINATION_FIRST" },
          { state: "ASSESSED", band: "NO_PROPOSAL" },
        ],
      },
    ]);
    const ahead = outlook(factsOf(grave), "2026-06-15", demonstration);
    expect(ahead.counterfactuals.length).toBeGreaterThan(0);
    expect(assessment.counterfactuals).toEqual(ahead.counterfactuals);
  });

  test.each(["residenceFacts", "conductFacts", "caseworkFacts"])(
    "but gets none where %s are withheld, null or absent",
    async (list) => {
      const { [list]: _withheld, ...absent } = personReference("P-ONE", grave) as Record<string, unknown>;
      const answers = await assessed(absent, { ...absent, [list]: null });
      expect(answers).toEqual([
        { personRef: "P-ONE", assessment: null },
        { personRef: "P-ONE", assessment: null },
      ]);
    },
  );

  test("and empty lists are no withheld ones: nothing is known", async () => {
    const empty = { residenceFacts: [], conductFacts: [], caseworkFacts: [] };
    const [{ assessment }] = await assessed({ ...personReference("P-ONE"), ...empty });
    expect(assessment).toMatchObject({ state: "INSUFFICIENT_DATA", band: null, axisA: null, contributions: [] });
    expect(assessment.missing.slice(0, 4)).toMatchObject(
      ["MINOR", "LEGAL_REGIME", "PROTECTION", "REMOVAL_BAR"].map((fact) => ({ criterion: null, fact })),
    );
  });

  test("but a person of Köln, one under the large transfer block and one who does not exist all read alike", async () => {
    const answers = await assessed(
      ...["P-KOELN", "P-BLOCKED", "P-NOBODY"].map((person) => personReference(person, grave)),
    );
    expect(answers.map((answer: { assessment: unknown }) => answer.assessment)).toEqual([null, null, null]);
  });

  test("and 300 persons in one request, in the order asked, with four SQL statements, whoever opens a score being noted among them", async () => {
    const references = Array.from({ length: 300 }, (_, at) =>
      personReference(`P-MANY-${at}`, { FURTHER_CONVICTIONS: String(at) }),
    );
    let answers: { personRef: string; assessment: { axisA: number } }[] = [];
    const statements = await world.statementsOf(async () => {
      answers = await assessed(...references);
    });
    expect(statements).toBe(4);
    expect(answers.map(({ personRef }) => personRef)).toEqual(references.map(({ personRef }) => personRef));
    expect(answers.map(({ assessment }) => assessment.axisA)).toEqual(references.map((_, at) => Math.min(9, 3 * at)));
  });
});

describe("What the grant does not cover is not given", () => {
  test("RRK Münster, were it not to see evasion, reads that C-A8 is withheld, no total of axis A, and nothing that tells of either", async () => {
    const entries = askers.rrkMuenster.entries.filter(({ category }) => category !== "EVASION");
    const fields = `band axisA axisB inputsHash knownWeightPercent contributions { criterion { id } categories withheld points finding facts }
      counterfactuals { distance } missing { fact }`;
    const ask = (facts: Values) =>
      world.ask(
        { ...askers.rrkMuenster, entries },
        `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Person { assessment { ${fields} } } } }`,
        { references: [personReference("P-ONE", facts)] },
      );
    const [documented, none] = [await ask({ EVASION: "DOCUMENTED" }), await ask({ EVASION: "NONE" })];
    expect(documented).toEqual(none);
    const { contributions, ...assessment } = documented.data._entities[0].assessment;
    expect(assessment).toMatchObject({
      axisA: null,
      axisB: expect.any(Number),
      inputsHash: null,
      counterfactuals: null,
    });
    expect(contributions.filter((each: { withheld: boolean }) => each.withheld)).toEqual([
      { criterion: { id: "C-A8" }, categories: ["EVASION"], withheld: true, points: null, finding: null, facts: null },
    ]);
  });

  test("ZAB Coesfeld, whose case was admitted, reads the band, but may not ask for the trace", async () => {
    await world.relate({ caseRef: "FM-2026-9001", personRef: "P-ONE", office: "ZAB_COESFELD", kind: "ADMITTED_CASE" });
    const references = [personReference("P-ONE", grave)];
    const ask = (field: string) =>
      world.ask(
        askers.zabCoesfeld,
        `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Person { assessment { ${field} } } } }`,
        { references },
      );
    expect((await ask("band")).data._entities).toEqual([{ assessment: { band: assessedWith(grave).band } }]);
    for (const field of ["axisA", "seal"]) {
      expect((await ask(field)).errors?.[0]?.extensions).toEqual({ code: "FIELD_NOT_GRANTED" });
    }
  });

  test("what is shown of a criterion beside a person is judged on that person, though all share the catalogue", async () => {
    const entries = askers.rrkMuenster.entries.map((entry) =>
      entry.category === "CATALOGUE" ? { ...entry, when: ["OWN_CASE"] } : entry,
    );
    const { data } = await world.ask(
      { ...askers.rrkMuenster, entries },
      `query ($references: [_Any!]!) {
        catalogue { criteria { question } }
        _entities(representations: $references) { ... on Person { assessment { contributions { criterion { question } } } } }
      }`,
      { references: [personReference("P-ONE"), personReference("P-KOELN"), personReference("P-TWO")] },
    );
    expect(data.catalogue.criteria).toBeNull();
    const [one, koeln, two] = data._entities;
    expect(koeln.assessment).toBeNull();
    for (const { assessment } of [one, two]) {
      expect(assessment.contributions).toHaveLength(15);
      for (const { criterion } of assessment.contributions) expect(criterion.question).toEqual(expect.any(String));
    }
  });

  test("On 28 February 2026, a day before the pilot, there is no catalogue and so no assessment", async () => {
    const grant = { ...askers.rrkMuenster, date: "2026-02-28" };
    await world.relate({ caseRef: "FM-2026-9005", personRef: "P-EARLY", since: "2026-01-01" });
    const { data } = await world.ask(
      grant,
      `query ($references: [_Any!]!) { catalogue { version }
      _entities(representations: $references) { ... on Person { assessment { band } } } }`,
      { references: [personReference("P-EARLY")] },
    );
    expect(data).toEqual({ catalogue: null, _entities: [{ assessment: null }] });
  });

  test("a reference whose facts have another shape is no valid request", async () => {
    const reference = { ...personReference("P-ONE"), conductFacts: [{ key: "EXPULSION_INTEREST" }] };
    const { errors } = await world.ask(askers.rrkMuenster, query, { references: [reference] });
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_REQUEST" });
  });
});

test("The catalogue is shown whole, with a notice in German and English that it is a demonstration", async () => {
  const { data } = await world.ask(
    askers.ministry,
    "{ catalogue { version validFrom hash status notice criteria { id axis question questionEnglish norm pointsMin pointsMax evidenceSource kind proxyNote } } }",
  );
  expect(data.catalogue).toMatchObject({ version: "demo-1", validFrom: "2026-03-01", status: "DEMONSTRATION" });
  expect(data.catalogue.notice).toMatch(/nicht die des Pilotprojekts.*not those of the pilot/);
  expect(data.catalogue.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(data.catalogue.criteria).toHaveLength(15);
  for (const criterion of data.catalogue.criteria) expect(Object.values(criterion)).not.toContain(null);
});
