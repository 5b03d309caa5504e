import type { ReducedFactKey } from "../reducedFacts.ts";
import type { KnownFacts } from "./knownFacts.ts";

/** The facts as they would be if one were known to be this. */
export function withValue(known: KnownFacts, key: ReducedFactKey, value: string): KnownFacts {
  return new Map(known).set(key, { key, value, asOf: null, references: [] });
}
