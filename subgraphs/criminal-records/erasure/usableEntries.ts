import { erasableDates } from "./erasableDates.ts";
import { offenceLists } from "./offenceLists.ts";
import type { RegisterEntry } from "./RegisterEntry.ts";

/** An entry that may be used, and the first day on which it may not (null: never, or not known yet). */
export interface UsableEntry<E extends RegisterEntry> {
  readonly entry: E;
  readonly erasableFrom: string | null;
}

/**
 * The entries of a person's register that may be told and used on a date: final, not to be erased (§ 51 (1) BZRG), and
 * without a youth sentence whose stigma was removed (§ 41 (2) BZRG).
 *
 * @param register the whole register of one person: what is left out of it cannot hold the rest
 */
export function usableEntries<E extends RegisterEntry>(
  register: readonly E[],
  date: string,
): readonly UsableEntry<E>[] {
  return [...erasableDates(register, date)]
    .map(([entry, erasableFrom]) => ({ entry, erasableFrom }))
    .filter(({ entry, erasableFrom }) => {
      return (erasableFrom === null || date < erasableFrom) && !isWithoutStigma(entry, date);
    });
}

/**
 * § 41 (2) BZRG. Its last sentence takes the offences of the protective list out of the rule. That criminal courts and prosecutors are told such
 * an entry all the same, for proceedings against the person, opens nothing here: no rule gives either a conviction.
 */
function isWithoutStigma({ penalty, stigmaRemovedOn, provisions }: RegisterEntry, date: string): boolean {
  const removed = penalty === "YOUTH_SENTENCE" && stigmaRemovedOn !== null && stigmaRemovedOn <= date;
  return removed && !provisions.some(offenceLists.protective);
}
