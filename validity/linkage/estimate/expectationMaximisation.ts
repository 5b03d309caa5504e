import { type LevelShares, levelShares } from "./levelShares.ts";
import type { Patterns } from "./Patterns.ts";

const roundsMax = 200;
const changeMin = 1e-7;

/**
 * Estimates by EM how often each level occurs among pairs that are one person (m), without knowing which pairs are. How often it occurs among
 * the others (u) is given, and stays.
 *
 * Sources: A. P. Dempster, N. M. Laird, D. B. Rubin, Maximum Likelihood from Incomplete Data via the EM Algorithm, Journal of the Royal
 * Statistical Society B 39 (1977), pp. 1-38; William E. Winkler, Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of
 * Record Linkage, ASA (1988), pp. 667-671. That u comes from pairs taken at random, and m from blocks on the other fields, is as in Robin
 * Linacre et al., Splink, International Journal of Population Data Science 7 (2022).
 *
 * @returns m, the share of pairs that are one person, and of each pattern the probability that its pairs are
 */
export function expectationMaximisation(
  patterns: Patterns,
  u: LevelShares,
): { readonly m: LevelShares; readonly matches: number; readonly belongs: readonly number[] } {
  const { all, fields } = patterns;
  const total = all.reduce((sum, { count }) => sum + count, 0);
  let m: LevelShares = levelShares(
    patterns,
    (place) => 1 / (1 + (all[place]?.levels.filter((level) => level === "DIFFERENT").length ?? 0) ** 4),
  );
  let matches = 0.1;
  let belongs: readonly number[] = [];
  for (let round = 0; round < roundsMax; round += 1) {
    belongs = all.map(({ levels }) => {
      const asOne = matches * likelihood(levels, m);
      return asOne / (asOne + (1 - matches) * likelihood(levels, u));
    });
    const expected = all.reduce((sum, { count }, place) => sum + count * (belongs[place] ?? 0), 0);
    m = levelShares(patterns, (place) => belongs[place] ?? 0);
    const change = Math.abs(expected / total - matches);
    matches = expected / total;
    if (change < changeMin) break;
  }
  return { m, matches, belongs };

  function likelihood(levels: readonly string[], shares: LevelShares): number {
    return levels.reduce((product, level, column) => {
      const field = fields[column];
      const share = field === undefined ? undefined : shares[field]?.[level];
      return product * (share ?? 1);
    }, 1);
  }
}
