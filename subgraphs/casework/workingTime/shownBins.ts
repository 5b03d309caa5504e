import { countedPersons } from "./countedPersons.ts";

/** What is kept of a bin: how many steps, and the marks of who took them (`personBit`). */
export interface KeptBin {
  /** Upper bound, in minutes. */
  readonly upTo: number;
  readonly steps: number;
  readonly persons: number;
}

/** Fewest persons that anything shown stands for. */
export const shownPersonsMin = 5;

/**
 * The bins of a histogram as they may be shown: neighbours are joined until each stands for at least five persons, so that nothing is left out and the whole
 * can be shown beside its parts. What is left at the end is joined to the bin before it.
 *
 * @param kept in the order of their bounds
 * @returns empty where all bins together stand for fewer than five persons
 */
export function shownBins(kept: readonly KeptBin[]): readonly Pick<KeptBin, "upTo" | "steps">[] {
  const joined: KeptBin[] = [];
  let open: KeptBin = { upTo: 0, steps: 0, persons: 0 };
  for (const bin of kept) {
    open = { upTo: bin.upTo, steps: open.steps + bin.steps, persons: open.persons | bin.persons };
    if (countedPersons(open.persons) < shownPersonsMin) continue;
    joined.push(open);
    open = { upTo: 0, steps: 0, persons: 0 };
  }
  const last = joined.pop();
  if (last === undefined) return [];
  const end = open.steps === 0 ? last : { ...last, upTo: open.upTo, steps: last.steps + open.steps };
  return [...joined, end].map(({ upTo, steps }) => ({ upTo, steps }));
}
