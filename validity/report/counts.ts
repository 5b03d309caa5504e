import type { Bilingual } from "../../subgraphs/scoring/catalogue/Catalogue.ts";
import { shownMin } from "./shownMin.ts";
import type { Figure } from "./ValidityReport.ts";

/** How many persons one row of a table counts. */
export interface CountedRow {
  readonly id: string;
  readonly label: Bilingual;
  readonly count: number;
}

/**
 * Rows of a table that counts persons. Fewer than five are suppressed; where that hides one row alone, the next smallest goes with it, for
 * the sum of the rows may be known from elsewhere. Nobody is a zero.
 */
export function counts(rows: readonly CountedRow[]): readonly Figure[] {
  const small = rows.filter(({ count }) => count > 0 && count < shownMin);
  const [next] = rows.filter(({ count }) => count >= shownMin).sort((left, right) => left.count - right.count);
  const hidden = new Set(small.length === 1 && next !== undefined ? [...small, next] : small);
  return rows.map((row) => {
    const { id, label, count } = row;
    const common = { id, label, low: null, high: null };
    if (hidden.has(row)) return { ...common, value: null, base: null, state: "SUPPRESSED" };
    return { ...common, value: count, base: count, state: count === 0 ? "NONE" : "SHOWN" };
  });
}
