import { minutesADay } from "./planningValues.ts";
import { Randomness } from "./Randomness.ts";
import type { StepLoad } from "./StepLoad.ts";

const runs = 400;

/** Quantiles of the posts that a half-year takes. */
export interface PostQuantiles {
  readonly median: number;
  readonly within50: readonly [low: number, high: number];
  readonly within80: readonly [low: number, high: number];
  readonly within95: readonly [low: number, high: number];
}

/**
 * Discrete-event simulation of half a year, so often again: how many steps come is as unsure as what was counted (Poisson about the count, and about that again for
 * the year to come), arrivals fall at random on its days, each takes minutes of its own, and every step is to be done by the end of the half-year and no more than
 * `serviceDays` after it came. What posts it takes is the peak of what is due over what a post does until then.
 *
 * @param loads steps of half a year
 * @param serviceDays working days within which a step is done
 */
export function simulateHalfYear(
  loads: readonly StepLoad[],
  workingDays: number,
  serviceDays: number,
  seed: string,
): PostQuantiles {
  const random = new Randomness(seed);
  const posts = Array.from({ length: runs }, () => simulateOnce(loads, workingDays, serviceDays, random)).sort(
    (a, b) => a - b,
  );
  const at = (share: number) => posts[Math.min(runs - 1, Math.floor(share * runs))] ?? 0;
  return {
    median: at(0.5),
    within50: [at(0.25), at(0.75)],
    within80: [at(0.1), at(0.9)],
    within95: [at(0.025), at(0.975)],
  };
}

function simulateOnce(loads: readonly StepLoad[], days: number, serviceDays: number, random: Randomness): number {
  const minutesOn = Array.from({ length: days }, () => 0);
  for (const { steps, mean, variance } of loads) {
    const expected = Math.max(0, steps + Math.sqrt(steps) * random.normal());
    if (expected === 0) continue;
    for (let now = random.exponential(days / expected); now < days; now += random.exponential(days / expected)) {
      const day = Math.floor(now);
      minutesOn[day] = (minutesOn[day] ?? 0) + random.logNormal(mean, variance);
    }
  }
  return leastPosts(minutesOn, serviceDays);
}

/** Fewest posts with which all that came on a day is done within `serviceDays` of it: over each span of days, what came in it over what a post does in it and the days of grace. */
function leastPosts(minutesOn: readonly number[], serviceDays: number): number {
  let most = 0;
  for (let first = 0; first < minutesOn.length; first += 1) {
    let minutes = 0;
    for (let last = first; last < minutesOn.length; last += 1) {
      minutes += minutesOn[last] ?? 0;
      most = Math.max(most, minutes / ((last - first + 1 + serviceDays) * minutesADay));
    }
  }
  return most;
}
