import type { WorkingTimeCell } from "../Gathered.ts";

/** Load that one kind of step is, as far as it was shown. */
export interface StepLoad {
  readonly step: string;
  readonly steps: number;
  readonly mean: number;
  /** Of the minutes of one step. */
  readonly variance: number;
}

/** The loads of cells of one RRK, or of all, over their months. */
export function stepLoads(cells: readonly WorkingTimeCell[]): readonly StepLoad[] {
  return [...Map.groupBy(cells, ({ step }) => step)].map(([step, own]) => {
    const sum = (key: "steps" | "minutes" | "minutesSquared") => own.reduce((total, cell) => total + cell[key], 0);
    const [steps, mean] = [sum("steps"), sum("minutes") / sum("steps")];
    return { step, steps, mean, variance: Math.max(0, sum("minutesSquared") / steps - mean ** 2) };
  });
}
