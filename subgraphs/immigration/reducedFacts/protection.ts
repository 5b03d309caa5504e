import { codeClasses } from "./codeClasses.ts";
import type { Reduction } from "./Reduction.ts";

/** Protection that is recognised and not finally revoked (§ 53 (3a) AufenthG). */
export const protection: Reduction = ({ asylumProcedures }) => {
  const latest = asylumProcedures.slice(0, 1);
  const recognised = latest.some(({ statusCode }) => codeClasses.protectionRecognised.has(statusCode));
  return { value: recognised ? "RECOGNISED" : "NONE", restsOn: latest };
};
