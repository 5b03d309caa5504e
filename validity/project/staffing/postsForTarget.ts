import { servedWithin } from "./erlangC.ts";
import { minutesADay, planningValues } from "./planningValues.ts";
import { Randomness } from "./Randomness.ts";
import { simulateQueue } from "./simulateQueue.ts";

/** What a number of posts is asked for. */
export interface TargetSetting {
  /** Cases of half a year. */
  readonly arrivals: number;
  /** Mean minutes a case, all its steps. */
  readonly minutes: number;
  /** Working days within which it is begun, in `planningValues.serviceShare` of the cases. */
  readonly days: number;
}

const postsMax = 200;

/** Fewest whole posts that keep the target by Erlang C: arrivals at random, exponential times, any post takes any case. */
export function postsByErlangC(setting: TargetSetting): number {
  return fewest(setting, (posts, load, meanService) => servedWithin(posts, load, meanService, setting.days));
}

/** The same by discrete-event simulation with log-normal times of the same spread as was assumed (coefficient of variation ½). */
export function postsBySimulation(setting: TargetSetting): number {
  const meanGap = planningValues.workingDays / setting.arrivals;
  return fewest(setting, (posts, _load, mean) =>
    simulateQueue(
      {
        posts,
        meanGap,
        drawService: (random) => random.logNormal(mean, (mean / 2) ** 2),
        arrivals: 4_000,
        warmUp: 400,
        target: setting.days,
      },
      new Randomness(`posts ${setting.arrivals} ${setting.minutes} ${setting.days}`),
    ),
  );
}

function fewest(
  { arrivals, minutes }: TargetSetting,
  shareInTime: (posts: number, load: number, meanService: number) => number,
): number {
  const meanService = minutes / minutesADay;
  const load = (arrivals / planningValues.workingDays) * meanService;
  for (let posts = Math.max(1, Math.ceil(load)); posts < postsMax; posts += 1)
    if (load < posts && shareInTime(posts, load, meanService) >= planningValues.serviceShare) return posts;
  return postsMax;
}
