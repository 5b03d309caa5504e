import type { Interval } from "./Interval.ts";
import { wilsonInterval } from "./wilsonInterval.ts";

/** A share: of so many persons, of how many it holds. */
export interface Share {
  readonly hits: number;
  readonly base: number;
}

/** Interval of the difference of two independent shares, 95 %, from the score intervals of both (Newcombe 1998, method 10). */
export function newcombeInterval(first: Share, second: Share): Interval {
  const [one, two] = [first.hits / first.base, second.hits / second.base];
  const [ofOne, ofTwo] = [wilsonInterval(first.hits, first.base), wilsonInterval(second.hits, second.base)];
  return {
    low: one - two - Math.hypot(one - ofOne.low, ofTwo.high - two),
    high: one - two + Math.hypot(ofOne.high - one, two - ofTwo.low),
  };
}
