import type { ReducedFactKey } from "../reducedFacts.ts";

/** Reduced facts that say whether there are criminal proceedings, or what the prosecutor wants of them. */
const onProceedings: ReadonlySet<string> = new Set<ReducedFactKey>(["OPEN_CHARGES", "PROSECUTOR_CONSENT"]);

/**
 * The record facts of a contribution that reads these reduced facts (`schema/relations.yaml`), by which a prohibition can withhold
 * it. They follow from the catalogue alone, never from a person's data.
 */
export function recordFactsOf(reads: readonly string[]): readonly string[] {
  return reads.some((key) => onProceedings.has(key)) ? ["RESTS_ON_PROCEEDINGS"] : [];
}
