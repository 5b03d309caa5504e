import { catalogues } from "../subgraphs/scoring/catalogue/catalogues.ts";
import { engineVersion } from "../subgraphs/scoring/engine/assess.ts";
import type { Feed } from "./Feed.ts";
import type { ValidityReport } from "./report/ValidityReport.ts";
import { decisions } from "./sections/decisions.ts";
import { distribution } from "./sections/distribution.ts";
import { groups } from "./sections/groups.ts";
import { overrides } from "./sections/overrides.ts";
import { proxy } from "./sections/proxy.ts";
import { raters } from "./sections/raters.ts";
import { sensitivity } from "./sections/sensitivity.ts";
import { sortRecorded } from "./sortRecorded.ts";

/** In the order in which they are read. None needs another. */
const sections = [raters, decisions, overrides, sensitivity, distribution, proxy, groups] as const;

const demonstration = {
  de: "Demonstrationskriterien, nicht die des Pilotprojekts.",
  en: "Demonstration criteria, not those of the pilot.",
};

/**
 * Measures the validity of what was recorded. Pure: the same feed and date give the same report, whatever its pseudonyms; what is drawn
 * by chance is drawn from fixed seeds.
 *
 * @param on date of the question
 * @param onProgress is told after each section how many are done, and of how many
 */
export function measure(
  feed: Feed,
  on: string,
  onProgress: (done: number, total: number) => void = () => {},
): ValidityReport {
  const recorded = sortRecorded(feed, on);
  const catalogueVersions = [...new Set(feed.assessments.map(({ catalogueVersion }) => catalogueVersion))].sort();
  return {
    on,
    groupsUntil: recorded.groupsUntil,
    engineVersion,
    catalogueVersions,
    notice: catalogues.version(catalogueVersions.at(-1) ?? "")?.catalogue.notice ?? demonstration,
    sections: sections.map((section, index) => {
      const measured = section(recorded);
      onProgress(index + 1, sections.length);
      return measured;
    }),
  };
}
