import { type FactRow, presentReferences } from "../../shell/presentFact.ts";

/** Reduced fact about conduct, as the contract's `ConductFact` has it. */
export interface ConductFact {
  readonly key:
    | "EXPULSION_INTEREST"
    | "FURTHER_CONVICTIONS"
    | "VIOLENCE_OR_WEAPON"
    | "LATEST_OFFENCE"
    | "REPEAT_OFFENDER_LISTING"
    | "OPEN_CHARGES"
    | "CUSTODY_PERSPECTIVE";
  readonly value: string;
  /** Event date of the oldest fact behind it; null where it rests on none. */
  readonly asOf: string | null;
  /** Facts behind it, each as `factId@version`. */
  readonly references: readonly string[];
  /** Their tags, in the same order. */
  readonly tags: readonly string[];
}

/** A reduced fact and what it rests on. */
export function conductFact(key: ConductFact["key"], value: string, restsOn: readonly FactRow[]): ConductFact {
  return {
    key,
    value,
    asOf:
      restsOn
        .map(({ eventDate }) => eventDate)
        .toSorted()
        .at(0) ?? null,
    ...presentReferences(restsOn),
  };
}
