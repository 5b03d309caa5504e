import type { CaseState } from "./codes.ts";
import { relationsEnd } from "./relationsEnd.ts";

/**
 * Last day on which the facts of a case are kept. Those of a rejected case go with its relations (§ 91 (2) AufenthG). Null where
 * the day depends on a later event: the end of the case, or that of the term of § 11 (2) AufenthG, after which ten years run
 * (§ 91 (1) AufenthG).
 */
export function deletionDate(state: CaseState, closedOn: string | null): string | null {
  return state === "REJECTED" ? relationsEnd(closedOn) : null;
}
