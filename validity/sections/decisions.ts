import type { Axis, Bilingual, Height } from "../../subgraphs/scoring/catalogue/Catalogue.ts";
import { bandNames, bandScale } from "../bandScale.ts";
import type { Informed, Recorded } from "../Recorded.ts";
import { figure } from "../report/figure.ts";
import { share } from "../report/share.ts";
import type { Figure, ReportSection } from "../report/ValidityReport.ts";
import { areaUnderCurve } from "../statistics/areaUnderCurve.ts";
import { bootstrapInterval } from "../statistics/bootstrapInterval.ts";

/** Decisions under which an area says little, and under which a share of one band does. */
const [decisionsMin, inBandMin] = [50, 20];
const heights: readonly (readonly [Height, Bilingual])[] = [
  ["low", { de: "niedrig", en: "low" }],
  ["middle", { de: "mittel", en: "middle" }],
  ["high", { de: "hoch", en: "high" }],
];

/** Does what people decide go along with what IRIS said before? */
export function decisions({ informed }: Recorded): ReportSection {
  return {
    id: "decisions",
    title: { de: "Übereinstimmung mit menschlichen Entscheidungen", en: "Agreement with human decisions" },
    explanation: {
      de: "Achtung, diese Vergleichswerte erfüllen sich selbst: Wer entschied, hatte die Bewertung gesehen, und nur was vorgeschlagen wurde, kam zur Entscheidung. Hohe Werte belegen nicht, dass IRIS richtig liegt. Ob Rückführungen gelingen, lässt sich in sechs Monaten nicht sehen. AUC: Wahrscheinlichkeit, dass eine aufgenommene Person höher steht als eine abgelehnte; 0,5 ist Zufall.",
      en: "Beware, these labels are self-fulfilling: whoever decided had seen the assessment, and only what was proposed came to a decision. High values do not prove that IRIS is right. Whether returns succeed cannot be seen within six months. AUC: how probable it is that a person admitted stands higher than one rejected; 0.5 is chance.",
    },
    tables: [
      {
        id: "decisions.area",
        title: { de: "Fläche unter der ROC-Kurve (AUC)", en: "Area under the ROC curve (AUC)" },
        measure: "COEFFICIENT",
        baseMin: decisionsMin,
        rows: [
          area("band", { de: "Band", en: "band" }, informed, ({ scored }) => bandScale.indexOf(scored.band)),
          area("axisA", { de: "Achse A", en: "axis A" }, informed, ({ scored }) => scored.axisA),
          area("axisB", { de: "Achse B", en: "axis B" }, informed, ({ scored }) => scored.axisB),
        ],
      },
      {
        id: "decisions.calibration",
        title: { de: "Kalibrierung: aufgenommen je Band", en: "Calibration: admitted by band" },
        measure: "SHARE",
        baseMin: inBandMin,
        rows: bandScale.map((band) =>
          admitted(
            band,
            bandNames[band],
            informed.filter(({ scored }) => scored.band === band),
          ),
        ),
      },
      ...(["A", "B"] as const).map((axis) => ({
        id: `decisions.calibration${axis}`,
        title: {
          de: `Kalibrierung: aufgenommen nach Höhe der Achse ${axis}`,
          en: `Calibration: admitted by height of axis ${axis}`,
        },
        measure: "SHARE" as const,
        baseMin: inBandMin,
        rows: heights.map(([height, label]) =>
          admitted(
            height,
            label,
            informed.filter((each) => heightOf(each, axis) === height),
          ),
        ),
      })),
    ],
  };
}

function admitted(id: string, label: Bilingual, items: readonly Informed[]): Figure {
  return share(id, label, items, ({ outcome }) => outcome === "ADMIT", inBandMin);
}

function heightOf({ scored: { compiled, axisA, axisB } }: Informed, axis: Axis): Height {
  const { middle, high } = compiled.catalogue.bands.thresholds[axis];
  const sum = axis === "A" ? axisA : axisB;
  return sum >= high ? "high" : sum >= middle ? "middle" : "low";
}

function area(id: string, label: Bilingual, items: readonly Informed[], scoreOf: (item: Informed) => number): Figure {
  const statistic = (drawn: readonly Informed[]) => {
    const scores = (wanted: string) => drawn.filter(({ outcome }) => outcome === wanted).map(scoreOf);
    return areaUnderCurve(scores("ADMIT"), scores("REJECT"));
  };
  const value = statistic(items);
  const interval = value === null ? null : bootstrapInterval(items, statistic, `validity area ${id}`);
  return figure({ id, label, value, interval, base: items.length }, decisionsMin);
}
