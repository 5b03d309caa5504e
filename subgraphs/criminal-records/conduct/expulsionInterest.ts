import type { Conviction } from "../records/Conviction.ts";
import { section54 } from "./section54.ts";

/** Highest established interest in expulsion (Ausweisungsinteresse, § 54 AufenthG) and what it rests on. */
export interface ExpulsionInterest {
  readonly tier: "SECTION_54_1" | "SECTION_54_2" | "SECTION_54_2_MINOR" | "NONE";
  /** Number that established it, for example `§ 54 (1) No. 1a`; null for NONE. */
  readonly number: string | null;
  /** Convictions it rests on; empty for NONE. */
  readonly convictions: readonly Conviction[];
}

/**
 * Highest interest in expulsion that usable convictions establish: the first row of `section54` that fits.
 * § 54 (2) No. 4 AufenthG (use of drugs) is left out on purpose: it would take health data.
 *
 * @param convictions usable ones only, in any order
 */
export function expulsionInterest(convictions: readonly Conviction[]): ExpulsionInterest {
  const latestFirst = convictions.toSorted((left, right) => right.decidedOn.localeCompare(left.decidedOn));
  for (const { tier, number, established } of section54) {
    const by = established(latestFirst);
    if (by.length > 0) return { tier, number, convictions: by };
  }
  return { tier: "NONE", number: null, convictions: [] };
}
