import { isReducedFactKey, isReducedFactValue, type ReducedFactKey } from "../reducedFacts.ts";
import type { ReducedFact } from "./ReducedFact.ts";

/** What is known of a person on the date of the question. A key that is absent is unknown. */
export type KnownFacts = ReadonlyMap<ReducedFactKey, ReducedFact>;

/**
 * Takes from the facts what can be judged. Unknown stays what cannot: a value outside the fact's classes, a date after that of
 * the question, two values of one fact that contradict each other. Nothing is guessed. The order of the facts does not matter.
 */
export function knownFacts(facts: readonly ReducedFact[], date: string): KnownFacts {
  const known = new Map<ReducedFactKey, ReducedFact>();
  for (const [key, given] of Map.groupBy(facts, (fact) => fact.key)) {
    if (!isReducedFactKey(key)) continue;
    const fact = united(given);
    if (fact === null || !isReducedFactValue(key, fact.value)) continue;
    if (given.some(({ asOf }) => asOf !== null && asOf > date)) continue;
    known.set(key, fact);
  }
  return known;
}

/** One fact of several that say the same; null where they contradict each other. */
function united(given: readonly ReducedFact[]): ReducedFact | null {
  const [first] = given;
  if (first === undefined || given.some((fact) => fact.value !== first.value)) return null;
  return {
    key: first.key,
    value: first.value,
    asOf: oldestOf(given),
    references: [...new Set(given.flatMap((fact) => fact.references))].sort(),
  };
}

/** The oldest event date among facts; null where none has one. */
export function oldestOf(facts: readonly ReducedFact[]): string | null {
  return facts.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort()[0] ?? null;
}
