import { bandNames, bandScale } from "../bandScale.ts";
import type { Recorded } from "../Recorded.ts";
import { counts } from "../report/counts.ts";
import type { ReportSection, ReportTable } from "../report/ValidityReport.ts";

/** How persons spread over bands, and over the points of each criterion. */
export function distribution({ scored }: Recorded): ReportSection {
  const criteria = new Map(
    scored.flatMap(({ compiled }) => compiled.criteria.map((each) => [each.criterion.id, each.criterion])),
  );
  return {
    id: "distribution",
    title: { de: "Verteilung der Bänder und Kriterien", en: "Distribution of bands and criteria" },
    explanation: {
      de: "Die jüngste Bewertung jeder Person, in der Punkte gezählt wurden. Ein Kriterium, das fast allen dieselben Punkte gibt, trennt nicht; eines, das oft nicht bewertbar ist, misst die Aktenlage.",
      en: "The latest assessment of each person in which points were counted. A criterion that gives nearly everybody the same points does not tell apart; one that is often not assessable measures the files.",
    },
    tables: [
      {
        id: "distribution.band",
        title: { de: "Personen je Band", en: "Persons by band" },
        measure: "COUNT",
        baseMin: 0,
        rows: counts(
          bandScale.map((band) => ({
            id: band,
            label: bandNames[band],
            count: scored.filter((each) => each.band === band).length,
          })),
        ),
      },
      ...[...criteria.values()].map(({ id, question, points }): ReportTable => {
        const given = scored.map(
          ({ contributions }) => contributions.find(({ criterion }) => criterion === id)?.points ?? null,
        );
        const possible = [...new Set(points.map((row) => row.points))].sort((left, right) => left - right);
        const rows = possible.map((value) => ({
          id: String(value),
          label: { de: `${value} Punkte`, en: `${value} points` },
          count: given.filter((each) => each === value).length,
        }));
        const label = { de: "nicht bewertbar", en: "not assessable" };
        const unknown = { id: "unknown", label, count: given.filter((each) => each === null).length };
        return {
          id: `distribution.${id}`,
          title: { de: `${id}: ${question.de}`, en: `${id}: ${question.en}` },
          measure: "COUNT",
          baseMin: 0,
          rows: counts([...rows, unknown]),
        };
      }),
    ],
  };
}
