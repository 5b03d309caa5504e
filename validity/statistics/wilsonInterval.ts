import type { Interval } from "./Interval.ts";
import { normalPoint } from "./normalPoint.ts";

/**
 * Score interval of a share, 95 % (Wilson 1927): it keeps its level for few persons and for shares near 0 and 1.
 *
 * @param hits persons of whom it holds
 * @param base all persons; at least 1
 */
export function wilsonInterval(hits: number, base: number): Interval {
  const square = normalPoint ** 2;
  const share = hits / base;
  const middle = share + square / (2 * base);
  const reach = normalPoint * Math.sqrt((share * (1 - share)) / base + square / (4 * base ** 2));
  const scale = 1 + square / base;
  return { low: hits === 0 ? 0 : (middle - reach) / scale, high: hits === base ? 1 : (middle + reach) / scale };
}
