import type { Disagreement } from "./disagreement.ts";

/** Two raters' ratings of one unit, each a position on the scale from 0. */
export type RatingPair = readonly [first: number, second: number];

/**
 * Agreement of two raters beyond chance (Cohen 1968): 1 less what they disagree by over what they would by chance. With `nominal` it is
 * Cohen's kappa of 1960.
 *
 * @returns null where no disagreement is possible by chance: without units, or where all ratings are the same
 */
export function weightedKappa(pairs: readonly RatingPair[], disagreement: Disagreement): number | null {
  const [firsts, seconds] = [countOf(pairs.map(([first]) => first)), countOf(pairs.map(([, second]) => second))];
  let [observed, expected] = [0, 0];
  for (const [first, second] of pairs) observed += disagreement(first, second) / pairs.length;
  for (const [first, ofFirst] of firsts)
    for (const [second, ofSecond] of seconds)
      expected += (disagreement(first, second) * ofFirst * ofSecond) / pairs.length ** 2;
  return expected === 0 ? null : 1 - observed / expected;
}

function countOf(ratings: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  return counts;
}
