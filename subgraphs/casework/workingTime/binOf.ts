/** Upper bounds of the bins of the histogram, in minutes; each bin holds what is over the bound before and up to its own. */
export const binBoundsMinutes = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480] as const;

/** Longest working time of one step: a working day. What took longer is several steps, or a slip of the pen. */
export const workingMinutesMax = 480;

/**
 * @param minutes 1 to `workingMinutesMax`
 * @returns upper bound of the bin, in minutes
 */
export function binOf(minutes: number): number {
  return binBoundsMinutes.find((bound) => minutes <= bound) ?? workingMinutesMax;
}
