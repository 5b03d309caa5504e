import { planningValues } from "./planningValues.ts";

/** Workload method: volume × mean time with allowances ÷ working time, for half a year. @param minutes of all steps in half a year */
export function postsByWorkload(minutes: number): number {
  return (minutes * (1 + planningValues.allowance)) / (planningValues.annualMinutes / 2);
}
