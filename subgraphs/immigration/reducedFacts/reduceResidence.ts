import type { ResidenceRecord } from "./ResidenceRecord.ts";
import { reductions } from "./reductions.ts";

/** A reduced fact as the contract's `ResidenceFact` has it. */
export interface ReducedFact {
  readonly key: keyof typeof reductions;
  readonly value: string;
  /** Event date of the oldest row behind it; null where the file holds none. */
  readonly asOf: string | null;
  /** Rows behind it, each as `factId@version`. */
  readonly references: readonly string[];
}

/** All reduced facts of a person. A key that is missing is unknown. */
export function reduceResidence(record: ResidenceRecord): readonly ReducedFact[] {
  return (Object.keys(reductions) as (keyof typeof reductions)[]).flatMap((key) => {
    const reduced = reductions[key](record);
    if (reduced === null) return [];
    const asOf =
      reduced.restsOn
        .map(({ eventDate }) => eventDate)
        .sort()
        .at(0) ?? null;
    const references = reduced.restsOn.map(({ factId, version }) => `${factId}@${version}`).sort();
    return [{ key, value: reduced.value, asOf, references }];
  });
}
