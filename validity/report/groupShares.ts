import type { Bilingual } from "../../subgraphs/scoring/catalogue/Catalogue.ts";
import type { Share } from "../statistics/newcombeInterval.ts";
import { wilsonInterval } from "../statistics/wilsonInterval.ts";
import { roundedOfGroup } from "./roundedOfGroup.ts";
import { shownMin } from "./shownMin.ts";
import type { Figure } from "./ValidityReport.ts";

/** How often something holds in one group. */
export interface GroupShare extends Share {
  readonly id: string;
  readonly label: Bilingual;
}

/**
 * Groups whose share may be shown: at least five of each to whom it applies and to whom it does not, none of them nobody, because “all of a
 * group” and “nobody of a group” tell of everybody in it. Where one group alone would be hidden, the smallest other goes with it.
 */
export function shownGroups(groups: readonly GroupShare[]): ReadonlySet<GroupShare> {
  const filled = groups.filter(({ base }) => base > 0);
  const shown = filled.filter(({ hits, base }) => hits >= shownMin && base - hits >= shownMin);
  if (filled.length - shown.length !== 1) return new Set(shown);
  const [smallest] = shown.toSorted((left, right) => left.base - right.base);
  return new Set(shown.filter((each) => each !== smallest));
}

/** Shares of groups with Wilson's intervals; bases to the nearest five. */
export function groupShares(groups: readonly GroupShare[], baseMin: number): readonly Figure[] {
  const shown = shownGroups(groups);
  return groups.map((group) => {
    const { id, label, hits, base } = group;
    const hidden = { id, label, value: null, low: null, high: null, base: null };
    if (base === 0) return { ...hidden, state: "NONE" };
    if (!shown.has(group)) return { ...hidden, state: "SUPPRESSED" };
    const { low, high } = wilsonInterval(hits, base);
    const state = base < baseMin ? "THIN" : "SHOWN";
    return {
      id,
      label,
      value: roundedOfGroup(hits / base),
      low: roundedOfGroup(low),
      high: roundedOfGroup(high),
      base: 5 * Math.round(base / 5),
      state,
    };
  });
}
