import type { TargetAnswer } from "./Target.ts";

/** Whether an answer gives data. */
export function givesData({ json }: TargetAnswer): boolean {
  const data = json?.data;
  return data !== null && typeof data === "object" && Object.values(data).some((value) => value !== null);
}
