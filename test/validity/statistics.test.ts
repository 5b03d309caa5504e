import { expect, test } from "vitest";
import { seededRandomizer } from "../../subgraphs/population/seededRandomizer.ts";
import { areaUnderCurve } from "../../validity/statistics/areaUnderCurve.ts";
import { bootstrapInterval } from "../../validity/statistics/bootstrapInterval.ts";
import { type Disagreement, linear, nominal, quadratic } from "../../validity/statistics/disagreement.ts";
import { krippendorffAlpha } from "../../validity/statistics/krippendorffAlpha.ts";
import { newcombeInterval } from "../../validity/statistics/newcombeInterval.ts";
import { type RatingPair, weightedKappa } from "../../validity/statistics/weightedKappa.ts";
import { wilsonInterval } from "../../validity/statistics/wilsonInterval.ts";

const repeated = (ratings: readonly number[], counts: readonly number[]) =>
  ratings.flatMap((rating, index) => Array<number>(counts[index] ?? 0).fill(rating));

/** A table of counts, row by column, as single pairs. */
const pairsOf = (table: readonly (readonly number[])[]): readonly RatingPair[] =>
  table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, (): RatingPair => [first, second])),
  );

/** Columns of a table of observers by units; a point: not rated. */
const unitsOf = (...observers: readonly string[]): readonly (readonly number[])[] => {
  const rows = observers.map((row) => row.split(" "));
  return (rows[0] ?? []).map((_, unit) =>
    rows.map((row) => row[unit] ?? ".").flatMap((each) => (each === "." ? [] : [Number(each)])),
  );
};

const letters = (row: string) =>
  row
    .split(" ")
    .map((letter) => String("abcde".indexOf(letter)))
    .join(" ");

// K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, sections A, B and C to E.
const fourObservers = unitsOf(
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
);
test.each([
  ["two observers, yes and no", unitsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), "NOMINAL", 0.095],
  [
    "two observers, five named classes",
    unitsOf(letters("a a b b d c c c e d d a"), letters("b a b b b c c c e d d d")),
    "NOMINAL",
    0.692,
  ],
  ["four observers, ratings missing, named classes", fourObservers, "NOMINAL", 0.743],
  ["four observers, ratings missing, ranks", fourObservers, "ORDINAL", 0.815],
  ["four observers, ratings missing, numbers", fourObservers, "INTERVAL", 0.849],
] as const)("Krippendorff's alpha, his own example: %s", (_, units, scale, alpha) => {
  expect(krippendorffAlpha(units, scale)).toBeCloseTo(alpha, 3);
});

test("Alpha is 1 where all agree, and does not exist where nothing varies or nobody rated twice", () => {
  expect(
    krippendorffAlpha(
      [
        [1, 1],
        [2, 2, 2],
      ],
      "ORDINAL",
    ),
  ).toBe(1);
  expect(
    krippendorffAlpha(
      [
        [1, 1],
        [1, 1],
      ],
      "NOMINAL",
    ),
  ).toBeNull();
  expect(krippendorffAlpha([[1], [2], []], "NOMINAL")).toBeNull();
});

// J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968) 213–220: two judges of 200 patients, table 1; asymmetric weights, p. 217.
const judges = pairsOf([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);
const weights =
  (table: readonly (readonly number[])[]): Disagreement =>
  (first, second) =>
    table[first]?.[second] ?? 0;
test.each([
  ["unweighted", nominal, 0.492],
  [
    "weighted",
    weights([
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ]),
    0.348,
  ],
  [
    "with weights that are not symmetric",
    weights([
      [0, 1, 4],
      [1, 0, 6],
      [2, 2, 0],
    ]),
    0.353,
  ],
] as const)("Cohen's kappa, his own example, %s", (_, disagreement, kappa) => {
  expect(weightedKappa(judges, disagreement)).toBeCloseTo(kappa, 3);
});

test("Kappa with linear and quadratic weights counts near ratings milder, and does not exist without variation", () => {
  const near = pairsOf([
    [5, 4, 0],
    [4, 5, 4],
    [0, 4, 5],
  ]);
  const kappas = [nominal, linear, quadratic].map((each) => weightedKappa(near, each) ?? 0);
  expect(kappas).toEqual([...kappas].sort((left, right) => left - right));
  expect(
    weightedKappa(
      [
        [1, 1],
        [1, 1],
      ],
      linear,
    ),
  ).toBeNull();
  expect(weightedKappa([], linear)).toBeNull();
});

// J. A. Hanley, B. J. McNeil, The meaning and use of the area under a ROC curve, Radiology 143 (1982) 29–36, tables I and II: ratings
// 1 to 5 of 109 CT images; area 0.893, standard error 0.032.
const abnormal = repeated([1, 2, 3, 4, 5], [3, 2, 2, 11, 33]);
const normal = repeated([1, 2, 3, 4, 5], [33, 6, 6, 11, 2]);

test("The area under the curve of Hanley and McNeil's images is 0.893, and its bootstrap interval about 4 standard errors wide", () => {
  expect(areaUnderCurve(abnormal, normal)).toBeCloseTo(0.893, 3);
  const images = [
    ...abnormal.map((rating) => [rating, true] as const),
    ...normal.map((rating) => [rating, false] as const),
  ];
  const areaOf = (sample: typeof images) =>
    areaUnderCurve(
      sample.flatMap(([rating, ill]) => (ill ? [rating] : [])),
      sample.flatMap(([rating, ill]) => (ill ? [] : [rating])),
    );
  const interval = bootstrapInterval(images, (sample) => areaOf([...sample]), "hanley");
  expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeCloseTo(2 * 1.96 * 0.032, 1);
  expect(interval?.low).toBeGreaterThan(0.8);
});

test("The area is a half where nothing is told apart, 0 where all stand the wrong way, and does not exist for one side alone", () => {
  expect(areaUnderCurve([1, 1], [1, 1, 1])).toBe(0.5);
  expect(areaUnderCurve([1, 2], [3, 4])).toBe(0);
  expect(areaUnderCurve([1, 2], [])).toBeNull();
});

// R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("Wilson's interval of %i of %i, as Newcombe gives it", (hits, base, low, high) => {
  const interval = wilsonInterval(hits, base);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

// The same, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [10, 10, 0, 20, 0.6791, 1],
])("Newcombe's interval of %i/%i less %i/%i", (hits, base, otherHits, otherBase, low, high) => {
  const interval = newcombeInterval({ hits, base }, { hits: otherHits, base: otherBase });
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

// B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, table 2.1: survival of seven mice in days; mean 86.86, and 23.36
// the standard error to which the bootstrap's tends.
const mice = [94, 197, 16, 38, 99, 141, 23];
const mean = (days: readonly number[]) => days.reduce((sum, each) => sum + each, 0) / days.length;

test("The bootstrap interval of Efron and Tibshirani's mice lies about their mean, 4 standard errors wide", () => {
  const interval = bootstrapInterval(mice, mean, "mice");
  expect(interval).not.toBeNull();
  const { low, high } = interval ?? { low: 0, high: 0 };
  expect(low).toBeLessThan(86.86);
  expect(high).toBeGreaterThan(86.86);
  expect(Math.abs(high - low - 2 * 1.96 * 23.36)).toBeLessThan(5);
});

test("The bootstrap gives the same interval for the same seed, another for another, and none for what seldom exists", () => {
  expect(bootstrapInterval(mice, mean, "mice")).toEqual(bootstrapInterval(mice, mean, "mice"));
  expect(bootstrapInterval(mice, mean, "mice")).not.toEqual(bootstrapInterval(mice, mean, "men"));
  const random = seededRandomizer("seldom");
  expect(bootstrapInterval(mice, () => (random.next() < 0.5 ? 1 : null), "mice")).toBeNull();
});
