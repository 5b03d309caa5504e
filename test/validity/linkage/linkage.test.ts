import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { levels } from "../../../subgraphs/immigration/linkage/compare/levels.ts";
import { weightsInUse } from "../../../subgraphs/immigration/linkage/model/Weights.ts";
import { expectationMaximisation } from "../../../validity/linkage/estimate/expectationMaximisation.ts";
import { Patterns } from "../../../validity/linkage/estimate/Patterns.ts";
import { togetherShares } from "../../../validity/linkage/estimate/togetherShares.ts";
import { evaluateFile } from "../../../validity/linkage/evaluate/evaluateFile.ts";
import { judge } from "../../../validity/linkage/evaluate/judge.ts";
import { measure } from "../../../validity/linkage/evaluate/measure.ts";
import { page } from "../../../validity/linkage/evaluate/page.ts";
import { report } from "../../../validity/linkage/evaluate/report.ts";
import { verdict } from "../../../validity/linkage/evaluate/verdict.ts";
import { Dice } from "../../../validity/linkage/generator/Dice.ts";
import { drawFile } from "../../../validity/linkage/generator/drawFile.ts";
import { linkageCommand } from "../../../validity/linkage/linkageCommand.ts";

const weights = weightsInUse();
const about = { command: "npm run linkage", seed: 5, persons: 400, estimatedFromSeed: 1 };

describe("EM", () => {
  test("finds m of two fields among pairs of which it is not told which are one person", () => {
    const dice = new Dice("linkage/test/1");
    const patterns = new Patterns(["place", "given"]);
    const truth = {
      place: { EXACT: 0.9, CLOSE: 0.08, DIFFERENT: 0.02 },
      given: { EXACT: 0.8, VARIANT: 0.15, DIFFERENT: 0.05 },
    };
    const u = {
      place: { EXACT: 0.02, CLOSE: 0.03, DIFFERENT: 0.95 },
      given: { EXACT: 0.001, VARIANT: 0.009, DIFFERENT: 0.99 },
    };
    for (let pair = 0; pair < 40_000; pair += 1) {
      const drawn = dice.happens(0.2) ? truth : u;
      const [place, given] = [dice.weighted(drawn.place), dice.weighted(drawn.given)];
      patterns.add({ family: "MISSING", birth: "MISSING", order: "STRAIGHT", place, given });
    }
    const { m, matches } = expectationMaximisation(patterns, u);
    expect(matches).toBeCloseTo(0.2, 1);
    for (const field of ["place", "given"] as const)
      for (const [level, share] of Object.entries(truth[field])) expect(m[field]?.[level]).toBeCloseTo(share, 1);
  });
});

describe("Levels of both names", () => {
  test("that an office writes together come together as many times more often than each by itself", () => {
    const patterns = new Patterns(["family", "given", "order"]);
    const add = (family: "EXACT" | "VARIANT", given: "EXACT" | "VARIANT", pairs: number) => {
      for (let pair = 0; pair < pairs; pair += 1)
        patterns.add({ family, given, order: "STRAIGHT", birth: "EXACT", place: "MISSING" });
    };
    add("EXACT", "EXACT", 8_500);
    add("EXACT", "VARIANT", 500);
    add("VARIANT", "EXACT", 500);
    add("VARIANT", "VARIANT", 500);
    const { EXACT, VARIANT } = togetherShares(patterns, [1, 1, 1, 1]);
    expect(VARIANT.VARIANT).toBeCloseTo(0.05 / (0.1 * 0.1), 1);
    expect(EXACT.EXACT).toBeCloseTo(0.85 / (0.9 * 0.9), 2);
    expect(VARIANT.EXACT).toBeCloseTo(EXACT.VARIANT, 5);
    const others = togetherShares(patterns, [1, 1, 1, 0]);
    expect(others.VARIANT.VARIANT).toBeLessThan(1);
  });

  test("in another writing are one thing that speaks against one person, not two", () => {
    const { fields, together } = weights;
    const alone = (field: "family" | "given") => fields[field].VARIANT.m / fields[field].EXACT.m;
    expect(together.VARIANT.VARIANT).toBeGreaterThan(1);
    expect(together.VARIANT.VARIANT * alone("family") * alone("given")).toBeLessThan(
      Math.min(alone("family"), alone("given")),
    );
  });
});

describe("The published weights", () => {
  test.each(Object.keys(levels) as (keyof typeof levels)[])(
    "of %s add up to one, for one person and for two",
    (field) => {
      const sums = Object.values(weights.fields[field]).reduce((sum, { m, u }) => ({ m: sum.m + m, u: sum.u + u }), {
        m: 0,
        u: 0,
      });
      expect(sums.m).toBeCloseTo(1, 2);
      expect(sums.u).toBeCloseTo(1, 2);
    },
  );

  test.each(["family", "given", "birth", "place"] as const)(
    "say most for one person where %s agrees, and against where it does not",
    (field) => {
      const { EXACT, DIFFERENT } = weights.fields[field];
      expect(EXACT.m).toBeGreaterThan(EXACT.u * 50);
      expect(DIFFERENT.u).toBeGreaterThan(DIFFERENT.m * 5);
    },
  );
});

describe("A decision is held to the truth", () => {
  const candidates = [{ personRef: "1", bits: 5, comparison: {} as never }];
  test.each([
    [{ band: "LINK", personRef: "1" }, "1", "LINK_RIGHT"],
    [{ band: "LINK", personRef: "1" }, "2", "LINK_WRONG"],
    [{ band: "LINK", personRef: "1" }, null, "LINK_WRONG"],
    [{ band: "ASK", candidates }, "1", "ASK_FOUND"],
    [{ band: "ASK", candidates }, "2", "ASK_MISSED"],
    [{ band: "ASK", candidates }, null, "ASK_NEW"],
    [{ band: "NEW" }, "1", "NEW_WRONG"],
    [{ band: "NEW" }, null, "NEW_RIGHT"],
  ] as const)("%o, truth %s: %s", (decided, truth, outcome) => {
    expect(judge(decided, truth)).toBe(outcome);
  });
});

describe("An evaluation", () => {
  const drawn = drawFile(5, 400, 800);
  const evaluation = evaluateFile(drawn, weights, () => {});
  const made = report(evaluation, about);

  test("counts every description once, in all groups", () => {
    const sumOf = (groups: typeof made.byError) =>
      Object.values(groups).reduce((sum, { descriptions }) => sum + descriptions, 0);
    expect([made.all.descriptions, sumOf(made.byError), sumOf(made.byOrigin)]).toEqual([800, 800, 800]);
  });

  test("finds nearly all who are on file, links most of them, and nobody wrongly", () => {
    expect(made.all.found.share).toBeGreaterThan(0.97);
    expect(made.all.recall.share).toBeGreaterThan(0.6);
    expect(made.all.falseLinks.hits).toBe(0);
  });

  test("draws the same persons, descriptions and outcomes from the same seed, and others from another", () => {
    expect(drawFile(5, 400, 800)).toEqual(drawn);
    expect(drawFile(6, 400, 800)).not.toEqual(drawn);
  });

  test("of so few cannot tell whether wrong links are under 1 in 10,000", () => {
    expect(verdict(made)).toBe("TOO_FEW_LINKS");
  });

  test.each([
    [0, "KEPT"],
    [1, "KEPT"],
    [20, "BROKEN"],
  ])("with %i wrong links among 60,000 is judged %s", (wrong, judged) => {
    const tally = {
      LINK_RIGHT: 60_000 - wrong,
      LINK_WRONG: wrong,
      ASK_FOUND: 0,
      ASK_MISSED: 0,
      ASK_NEW: 0,
      NEW_RIGHT: 0,
      NEW_WRONG: 0,
    };
    expect(verdict({ ...made, all: measure(tally) })).toBe(judged);
  });

  test("is worked out to precision, recall and F1 from its counts", () => {
    const tally = {
      LINK_RIGHT: 80,
      LINK_WRONG: 10,
      ASK_FOUND: 5,
      ASK_MISSED: 1,
      ASK_NEW: 7,
      NEW_RIGHT: 50,
      NEW_WRONG: 4,
    };
    const { precision, recall, f1, found } = measure(tally);
    expect([precision.share, recall.share, found.share]).toEqual([80 / 90, 80 / 100, 85 / 100]);
    expect(f1.value).toBeCloseTo((2 * (80 / 90) * 0.8) / (80 / 90 + 0.8));
  });
});

describe("What is published", () => {
  const measured = JSON.parse(
    readFileSync(new URL("../../../validity/linkage/measured.json", import.meta.url), "utf8"),
  );

  test("the page is the one that the measured figures give: npm run linkage -- evaluate", () => {
    expect(readFileSync(new URL("../../../docs/linkage.md", import.meta.url), "utf8")).toBe(page(measured, weights));
  });

  test("was measured on a seed that the weights were not estimated from, and keeps the limit on wrong links", () => {
    expect(measured.estimatedFromSeed).toBe(weights.estimatedBy.seed);
    expect(measured.seed).not.toBe(weights.estimatedBy.seed);
    expect(verdict(measured)).toBe("KEPT");
  });

  test("is as many found of each origin, within two in a hundred", () => {
    const found = Object.values(measured.byOrigin as Record<string, { found: { share: number } }>).map(
      (each) => each.found.share,
    );
    expect(Math.max(...found) - Math.min(...found)).toBeLessThan(0.02);
  });
});

describe("npm run linkage", () => {
  test.each([
    [["--help"], 0, /npm run linkage -- evaluate/, /^$/],
    [[], 0, /npm run linkage -- evaluate/, /^$/],
    [["link"], 2, /^$/, /Name one of estimate and evaluate/],
    [["evaluate", "--seed", "x"], 2, /^$/, /--seed is a whole number/],
    [["evaluate", "--persons", "7"], 2, /^$/, /--persons is a whole number from 100/],
    [["evaluate", "--seed", String(weights.estimatedBy.seed)], 2, /^$/, /Evaluate them with another one/],
    [["evaluate", "--nothing"], 2, /^$/, /--help/],
  ] as const)("%j ends with %i", (args, status, printed, complained) => {
    const [output, errors] = [new PassThrough(), new PassThrough()];
    expect(linkageCommand([...args], { output, errors })).toBe(status);
    expect(String(output.read() ?? "")).toMatch(printed);
    expect(String(errors.read() ?? "")).toMatch(complained);
  });
});
