import { newcombeInterval } from "../statistics/newcombeInterval.ts";
import { type GroupShare, shownGroups } from "./groupShares.ts";
import { roundedOfGroup } from "./roundedOfGroup.ts";
import { shownMin } from "./shownMin.ts";
import type { Figure } from "./ValidityReport.ts";

/** How far the share of each group that may be shown lies above that of all others together, with Newcombe's intervals. */
export function groupDifferences(groups: readonly GroupShare[], baseMin: number): readonly Figure[] {
  const shown = shownGroups(groups);
  const whole = { hits: sum(groups.map(({ hits }) => hits)), base: sum(groups.map(({ base }) => base)) };
  return groups.map((group) => {
    const { id, label, hits, base } = group;
    const hidden = { id, label, value: null, low: null, high: null, base: null };
    const others = { hits: whole.hits - hits, base: whole.base - base };
    if (base === 0 || others.base === 0) return { ...hidden, state: "NONE" };
    const isTold = others.hits >= shownMin && others.base - others.hits >= shownMin;
    if (!shown.has(group) || !isTold) return { ...hidden, state: "SUPPRESSED" };
    const { low, high } = newcombeInterval(group, others);
    const state = Math.min(base, others.base) < baseMin ? "THIN" : "SHOWN";
    const value = roundedOfGroup(hits / base - others.hits / others.base);
    return {
      id,
      label,
      value,
      low: roundedOfGroup(low),
      high: roundedOfGroup(high),
      base: 5 * Math.round(base / 5),
      state,
    };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
