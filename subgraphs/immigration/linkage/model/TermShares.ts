import type { PreparedName } from "../names/PreparedName.ts";

/** What a name or a date is counted as in the file. */
export type Term = `${"family" | "given"}${"=" | "~"}${string}` | `birth=${string}`;

/** How often terms are in the file: the share of persons who have it. A name that many bear says less where it agrees. */
export interface TermShares {
  /** Persons on file; at least 1. */
  readonly persons: number;
  /** Persons on file who have the term. */
  count(term: Term): number;
}

/** Terms of a name: as it is written (`=`), and as it sounds (`~`). */
export function termsOf(
  field: "family" | "given",
  name: PreparedName,
): { readonly written: Term; readonly sound: Term } {
  return { written: `${field}=${name.folded}`, sound: `${field}~${[...name.readings.vowelsOf.keys()].at(0) ?? ""}` };
}
