import { codeClasses } from "./codeClasses.ts";
import type { Reduction } from "./Reduction.ts";

/**
 * Class of the ground of the toleration that is valid (§ 60a AufenthG). Rests on the toleration alone, never on an entry about
 * a medical obstacle, so that what it rests on tells no more than the class does.
 */
export const tolerationClass: Reduction = ({ tolerations: [latest] }) => {
  if (latest === undefined) return { value: "NONE", restsOn: [] };
  const value = codeClasses.toleration.get(latest.reasonCode);
  return value === undefined ? null : { value, restsOn: [latest] };
};
