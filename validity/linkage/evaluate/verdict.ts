import type { Report } from "./report.ts";

/** Most wrong links among links, by the upper end of the interval of 95 %, and fewest links that say anything about it. */
const falseLinkLimits = { shareMax: 1 / 10_000, linksMin: 30_000 } as const;

/** Whether a report keeps the limit on wrong links. `TOO_FEW_LINKS`: the file was too small to tell. */
export function verdict({ all }: Report): "KEPT" | "BROKEN" | "TOO_FEW_LINKS" {
  const { base, interval } = all.falseLinks;
  if (base < falseLinkLimits.linksMin || interval === null) return "TOO_FEW_LINKS";
  return interval.high < falseLinkLimits.shareMax ? "KEPT" : "BROKEN";
}
