import { bandNames, bandScale, isProposing } from "../bandScale.ts";
import type { Recorded, Scored } from "../Recorded.ts";
import { counts } from "../report/counts.ts";
import { figure } from "../report/figure.ts";
import { share } from "../report/share.ts";
import type { Figure, ReportSection } from "../report/ValidityReport.ts";
import { bootstrapInterval } from "../statistics/bootstrapInterval.ts";
import { originProxy } from "../variants.ts";
import { withoutProxy } from "../withoutProxy.ts";

const personsMin = 30;

/** What the criterion does that stands for the country of origin most of all. */
export function proxy({ scored }: Recorded): ReportSection {
  const compared = scored.map((each) => ({ ...each, other: withoutProxy(each) }));
  const moved = (by: (from: number, to: number) => boolean) => (each: (typeof compared)[number]) =>
    each.other !== null && by(bandScale.indexOf(each.band), bandScale.indexOf(each.other));
  return {
    id: "proxy",
    title: { de: "Mit und ohne B2 (Stellvertreter der Herkunft)", en: "With and without B2 (proxy of origin)" },
    explanation: {
      de: "B2 fragt nach Pass und Passersatz, und ob der Herkunftsstaat einen ausstellt, liegt nicht an der Person. Jede Bewertung wird deshalb auch ohne B2 gerechnet, bei denselben Schwellen; der Anteil des bekannten Gewichts zählt dann ohne B2. Je Gruppe stehen die Unterschiede im Gruppenvergleich.",
      en: "B2 asks for passport and substitute document, and whether the state of origin issues one is not up to the person. So every assessment is also worked out without B2, by the same thresholds; the share of weight known is then counted without B2. For groups, the differences stand in the comparison of groups.",
    },
    tables: [
      {
        id: "proxy.moved",
        title: { de: "Band ohne B2", en: "Band without B2" },
        measure: "SHARE",
        baseMin: personsMin,
        rows: [
          share(
            "lower",
            { de: "tieferes Band", en: "lower band" },
            compared,
            moved((from, to) => to < from),
            personsMin,
          ),
          share(
            "higher",
            { de: "höheres Band", en: "higher band" },
            compared,
            moved((from, to) => to > from),
            personsMin,
          ),
          share(
            "proposal",
            { de: "nicht mehr oder neu vorgeschlagen", en: "no longer proposed, or newly" },
            compared,
            (each) => isProposing(each.band) !== isProposing(each.other),
            personsMin,
          ),
          share(
            "none",
            { de: "zu wenig bekannt", en: "too little known" },
            compared,
            ({ other }) => other === null,
            personsMin,
          ),
        ],
      },
      {
        id: "proxy.points",
        title: { de: "Punkte aus B2", en: "Points from B2" },
        measure: "POINTS",
        baseMin: personsMin,
        rows: [meanPoints(scored)],
      },
      ...(["with", "without"] as const).map((variant) => ({
        id: `proxy.bands.${variant}`,
        title:
          variant === "with"
            ? { de: "Personen je Band mit B2", en: "Persons by band with B2" }
            : { de: "Personen je Band ohne B2", en: "Persons by band without B2" },
        measure: "COUNT" as const,
        baseMin: 0,
        rows: counts(
          bandScale.map((band) => ({
            id: band,
            label: bandNames[band],
            count: compared.filter((each) => (variant === "with" ? each.band : each.other) === band).length,
          })),
        ),
      })),
    ],
  };
}

function meanPoints(scored: readonly Scored[]): Figure {
  const given = scored
    .flatMap(({ contributions }) =>
      contributions.flatMap(({ criterion, points }) => (criterion === originProxy ? [points] : [])),
    )
    .sort((left, right) => left - right);
  const mean = (points: readonly number[]) =>
    points.length === 0 ? null : points.reduce((sum, each) => sum + each, 0) / points.length;
  const label = { de: "Mittel", en: "mean" };
  return figure(
    {
      id: "mean",
      label,
      value: mean(given),
      interval: bootstrapInterval(given, mean, "validity proxy"),
      base: given.length,
    },
    personsMin,
  );
}
