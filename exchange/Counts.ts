import type { Sent } from "./sending/sendFacts.ts";

/** Numbers of an import, as a checkpoint keeps them. */
export interface Counts {
  /** Rows or messages that are done. */
  readonly items: number;
  /** Facts. */
  readonly accepted: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Reason → facts and items that were not taken. */
  readonly notTaken: Readonly<Record<string, number>>;
}

export const noCounts: Counts = { items: 0, accepted: 0, changed: 0, unchanged: 0, notTaken: {} };

/** The numbers with what became of one more item. */
export function counted(counts: Counts, sent: readonly Sent[]): Counts {
  const of = (outcome: string) => sent.filter((each) => "outcome" in each && each.outcome === outcome).length;
  const notTaken: Record<string, number> = { ...counts.notTaken };
  for (const each of sent) if ("fault" in each) notTaken[each.fault.reason] = (notTaken[each.fault.reason] ?? 0) + 1;
  return {
    items: counts.items + 1,
    accepted: counts.accepted + of("ACCEPTED"),
    changed: counts.changed + of("CHANGED"),
    unchanged: counts.unchanged + of("UNCHANGED"),
    notTaken,
  };
}
