import type { Randomness } from "./Randomness.ts";

/** What is simulated: cases come at random, and the first free post takes the one that has waited longest. */
export interface QueueSetting {
  readonly posts: number;
  /** Mean time between two arrivals, and of service; all in one unit. */
  readonly meanGap: number;
  readonly drawService: (random: Randomness) => number;
  /** Arrivals that are counted, after as many as `warmUp` that are not. */
  readonly arrivals: number;
  readonly warmUp: number;
  /** Wait before service that is still in time. */
  readonly target: number;
}

/** Discrete-event simulation of a queue with several posts, first come, first served. @returns share of arrivals whose service begins in time */
export function simulateQueue(setting: QueueSetting, random: Randomness): number {
  const freeAt = Array.from({ length: setting.posts }, () => 0);
  let now = 0;
  let inTime = 0;
  for (let arrival = 0; arrival < setting.warmUp + setting.arrivals; arrival += 1) {
    now += random.exponential(setting.meanGap);
    let first = 0;
    for (let post = 1; post < freeAt.length; post += 1) if ((freeAt[post] ?? 0) < (freeAt[first] ?? 0)) first = post;
    const begins = Math.max(now, freeAt[first] ?? 0);
    freeAt[first] = begins + setting.drawService(random);
    if (arrival >= setting.warmUp && begins - now <= setting.target) inTime += 1;
  }
  return inTime / setting.arrivals;
}
