import type { Band, Bilingual } from "../../subgraphs/scoring/catalogue/Catalogue.ts";
import { bandScale } from "../bandScale.ts";
import type { Recorded } from "../Recorded.ts";
import { figure } from "../report/figure.ts";
import { share } from "../report/share.ts";
import type { Figure, ReportSection } from "../report/ValidityReport.ts";
import { bootstrapInterval } from "../statistics/bootstrapInterval.ts";
import { linear } from "../statistics/disagreement.ts";
import { krippendorffAlpha, type Scale } from "../statistics/krippendorffAlpha.ts";
import { type RatingPair, weightedKappa } from "../statistics/weightedKappa.ts";

/** Cases rated twice that the evaluation asks for. */
const casesMin = 60;

/** Do people who judge the same case come to the same band, and does IRIS? */
export function raters({ ratings }: Recorded): ReportSection {
  const byCase = [...Map.groupBy(ratings, ({ casePseudonym }) => casePseudonym).values()];
  const people = inOrder(byCase.map((given) => given.map(({ band }) => place(band))));
  const withIris = inOrder(
    byCase.map((given) => {
      const band = given.find(({ rated }) => rated?.band != null)?.rated?.band;
      return [...given.map((each) => place(each.band)), ...(band == null ? [] : [place(band)])];
    }),
  );
  const [blind, own] = [pairs("BLIND_RATING"), pairs("OWN_ESTIMATE")];
  return {
    id: "raters",
    title: { de: "Übereinstimmung der Bewertenden", en: "Agreement of raters" },
    explanation: {
      de: "Krippendorffs α und gewichtetes κ (lineare Gewichte): 1 heißt volle Übereinstimmung, 0 so viel wie durch Zufall. Intervalle durch Bootstrap über Fälle. Die Bänder gelten in der Reihenfolge der Arbeitsliste als Skala. Wer bewertet hat, ist hier nicht bekannt.",
      en: "Krippendorff's α and weighted κ (linear weights): 1 is full agreement, 0 as much as by chance. Intervals by bootstrap over cases. The bands count as a scale in the order of the worklist. Who rated is not known here.",
    },
    tables: [
      {
        id: "raters.agreement",
        title: { de: "Übereinstimmung über den Zufall hinaus", en: "Agreement beyond chance" },
        measure: "COEFFICIENT",
        baseMin: casesMin,
        rows: [
          alpha("people.ordinal", people, "ORDINAL", { de: "α der Menschen, ordinal", en: "α of the people, ordinal" }),
          alpha("people.nominal", people, "NOMINAL", { de: "α der Menschen, nominal", en: "α of the people, nominal" }),
          alpha("all.ordinal", withIris, "ORDINAL", { de: "α mit IRIS, ordinal", en: "α with IRIS, ordinal" }),
          kappa("blind", blind, { de: "κ IRIS und Zweitbewertung", en: "κ of IRIS and second rating" }),
          kappa("own", own, { de: "κ IRIS und eigene Einschätzung", en: "κ of IRIS and own estimate" }),
        ],
      },
      {
        id: "raters.same",
        title: { de: "Dasselbe Band", en: "The same band" },
        measure: "SHARE",
        baseMin: casesMin,
        rows: [
          share("blind", { de: "verblindete Zweitbewertung", en: "blind second rating" }, blind, isSame, casesMin),
          share("own", { de: "eigene Einschätzung zuerst", en: "own estimate first" }, own, isSame, casesMin),
        ],
      },
    ],
  };

  function pairs(wanted: (typeof ratings)[number]["kind"]): readonly RatingPair[] {
    return ratings.flatMap(({ kind, band, rated }) =>
      kind !== wanted || rated?.band == null ? [] : [[place(rated.band), place(band)] as const],
    );
  }
}

function place(band: Band): number {
  return bandScale.indexOf(band);
}

function isSame([first, second]: RatingPair): boolean {
  return first === second;
}

/** The order of cases says nothing; a fixed one makes the same intervals of the same ratings. */
function inOrder(units: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return units
    .map((unit) => unit.toSorted((left, right) => left - right))
    .sort((left, right) => (left.join(" ") < right.join(" ") ? -1 : 1));
}

function alpha(id: string, units: readonly (readonly number[])[], scale: Scale, label: Bilingual): Figure {
  const rated = units.filter(({ length }) => length > 1);
  const statistic = (drawn: readonly (readonly number[])[]) => krippendorffAlpha(drawn, scale);
  return coefficient(`alpha.${id}`, label, rated, statistic);
}

function kappa(id: string, rated: readonly RatingPair[], label: Bilingual): Figure {
  return coefficient(`kappa.${id}`, label, rated, (drawn) => weightedKappa(drawn, linear));
}

function coefficient<Unit>(
  id: string,
  label: Bilingual,
  units: readonly Unit[],
  statistic: (units: readonly Unit[]) => number | null,
): Figure {
  const value = statistic(units);
  const interval = value === null ? null : bootstrapInterval(units, statistic, `validity ${id}`);
  return figure({ id, label, value, interval, base: units.length }, casesMin);
}
