import { consentTable } from "./consentTable.ts";
import type { ConsentQuestion } from "./Proceedings.ts";

/** The rows of the table by which consent is required; none: it is not required (§ 72 (4) AufenthG). */
export function requiredConsents(question: ConsentQuestion): readonly (typeof consentTable)[number][] {
  return consentTable.filter(({ fits }) => fits(question));
}
