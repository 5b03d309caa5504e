import { presentReferences } from "../../shell/presentFact.ts";
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
  /** Their tags, in the same order. */
  readonly tags: readonly string[];
}

/**
 * All reduced facts of a person, in the order of the keys, then of the values. A key that is missing is unknown, one that is there
 * twice contradicts itself.
 */
export function reduceResidence(record: ResidenceRecord): readonly ReducedFact[] {
  return (Object.keys(reductions) as (keyof typeof reductions)[]).flatMap((key) =>
    reductions[key](record)
      .map(({ value, restsOn }) => ({
        key,
        value,
        asOf:
          restsOn
            .map(({ eventDate }) => eventDate)
            .sort()
            .at(0) ?? null,
        ...presentReferences(restsOn),
      }))
      .sort((left, right) => (left.value < right.value ? -1 : 1)),
  );
}
