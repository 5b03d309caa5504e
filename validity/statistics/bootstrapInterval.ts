import { quantileSorted, sampleWithReplacement } from "simple-statistics";
import { seededRandomizer } from "../../subgraphs/population/seededRandomizer.ts";
import type { Interval } from "./Interval.ts";

const samples = 2_000;
/** Least share of the samples in which the statistic must exist: else their quantiles would be those of a chosen few. */
const definedShareMin = 0.95;

/**
 * Percentile interval of a statistic, 95 %, from samples of whole units drawn with replacement (Efron and Tibshirani 1993, ch. 13). The
 * same units in the same order and the same seed give the same interval.
 *
 * @param statistic null where it does not exist, for example without any variation
 * @returns null where the statistic does not exist in too many samples
 */
export function bootstrapInterval<Unit>(
  units: readonly Unit[],
  statistic: (units: readonly Unit[]) => number | null,
  seed: string,
): Interval | null {
  const random = seededRandomizer(seed);
  const found = Array.from({ length: samples }, () =>
    statistic(sampleWithReplacement([...units], units.length, () => random.next())),
  ).filter((each) => each !== null);
  if (found.length < definedShareMin * samples) return null;
  const sorted = found.sort((left, right) => left - right);
  return { low: quantileSorted(sorted, 0.025), high: quantileSorted(sorted, 0.975) };
}
