import type { Bilingual } from "../../subgraphs/scoring/catalogue/Catalogue.ts";
import type { Interval } from "../statistics/Interval.ts";
import { rounded } from "./rounded.ts";
import { shownMin } from "./shownMin.ts";
import type { Figure } from "./ValidityReport.ts";

/** A figure before it is decided whether it may be shown. */
export interface Counted {
  readonly id: string;
  readonly label: Bilingual;
  /** Null where the statistic does not exist. */
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly base: number;
}

/**
 * @param baseMin fewest that it should rest on
 * @returns the figure as it is shown, with its state
 */
export function figure({ id, label, value, interval, base }: Counted, baseMin: number): Figure {
  const hidden = { id, label, value: null, low: null, high: null, base: null };
  if (base === 0) return { ...hidden, state: "NONE" };
  if (base < shownMin) return { ...hidden, state: "SUPPRESSED" };
  if (value === null) return { ...hidden, base, state: "NONE" };
  const [low, high] = interval === null ? [null, null] : [rounded(interval.low), rounded(interval.high)];
  return { id, label, value: rounded(value), low, high, base, state: base < baseMin ? "THIN" : "SHOWN" };
}
