import { codeClasses } from "./codeClasses.ts";
import type { Reduction } from "./Reduction.ts";

/** Removal bar that is in force (§ 60 (5), (7) AufenthG). */
export const removalBar: Reduction = ({ removalBars }) => {
  const latest = removalBars.slice(0, 1);
  const inForce = latest.some(({ code }) => codeClasses.removalBarInForce.has(code));
  return { value: inForce ? "EXISTS" : "NONE", restsOn: latest };
};
