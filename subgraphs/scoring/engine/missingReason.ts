import { isReducedFactValue, type ReducedFactKey } from "../reducedFacts.ts";
import type { MissingReason } from "./Assessment.ts";
import type { ReducedFact } from "./ReducedFact.ts";

/** Why a fact is not among the known facts of a date (`knownFacts`). */
export function missingReason(key: ReducedFactKey, facts: readonly ReducedFact[], date: string): MissingReason {
  const given = facts.filter((fact) => fact.key === key);
  if (given.length === 0) return "UNKNOWN";
  if (given.some(({ value }) => !isReducedFactValue(key, value))) return "INVALID";
  if (given.some(({ asOf }) => asOf !== null && asOf > date)) return "FUTURE";
  return "CONTRADICTORY";
}
