import type { ProjectRow } from "../ProjectReport.ts";
import type { StepLoad } from "../staffing/StepLoad.ts";
import { tooThin } from "./words.ts";

/** Fewest steps that a mean should rest on. */
const stepsMin = 30;
const point95 = 1.959964;

/** Mean minutes with the interval of 95 % of the normal approximation; of fewer than 30 steps it says that the data are thin. */
export function meanRow(label: string, load: StepLoad | undefined): ProjectRow {
  if (load === undefined || load.steps === 0)
    return { label, value: null, low: null, high: null, base: null, caveat: tooThin };
  const { mean, variance, steps } = load;
  const half = point95 * Math.sqrt(variance / steps);
  const caveat = steps < stepsMin ? `${tooThin}: unter ${stepsMin} Schritten` : "";
  return { label, value: mean, low: Math.max(0, mean - half), high: mean + half, base: steps, caveat };
}
