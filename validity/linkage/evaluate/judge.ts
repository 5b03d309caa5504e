import type { Band } from "../../../subgraphs/immigration/linkage/model/decideBand.ts";
import type { Outcome } from "./Outcome.ts";

/** Holds a decision to the truth: the place on file of the right person, or null for nobody on file. */
export function judge(decided: Band, truth: string | null): Outcome {
  if (decided.band === "LINK") return decided.personRef === truth ? "LINK_RIGHT" : "LINK_WRONG";
  if (decided.band === "NEW") return truth === null ? "NEW_RIGHT" : "NEW_WRONG";
  if (truth === null) return "ASK_NEW";
  return decided.candidates.some(({ personRef }) => personRef === truth) ? "ASK_FOUND" : "ASK_MISSED";
}
