import type { Outcome } from "../../subgraphs/scoring/engine/Outcome.ts";
import { possibleValues } from "../../subgraphs/scoring/engine/possibleValues.ts";
import { type ReducedFactKey, reducedFacts } from "../../subgraphs/scoring/reducedFacts.ts";
import { judge } from "../judge.ts";
import type { Recorded, Scored } from "../Recorded.ts";
import { share } from "../report/share.ts";
import type { ReportSection } from "../report/ValidityReport.ts";
import { type MovedThreshold, variants } from "../variants.ts";

const personsMin = 30;
const keys = Object.keys(reducedFacts) as ReducedFactKey[];
const steps = (["A", "B"] as const).flatMap((axis) => ([1, -1] as const).map((by) => ({ axis, by })));
const thresholds: readonly MovedThreshold[] = steps.flatMap(({ axis, by }) =>
  (["middle", "high"] as const).map((height) => ({ axis, height, by })),
);

/** How much hangs on a point, on a fact, on a threshold? */
export function sensitivity({ scored, latest }: Recorded): ReportSection {
  const sign = (by: 1 | -1) => (by === 1 ? "+1" : "−1");
  const table = (id: string, de: string, en: string, rows: ReportSection["tables"][number]["rows"]) =>
    ({ id: `sensitivity.${id}`, title: { de, en }, measure: "SHARE", baseMin: personsMin, rows }) as const;
  const hasCatalogue = new Map(scored.map((each) => [each.catalogueVersion, each.compiled]));
  const moved = new Map(
    [...hasCatalogue].flatMap(([version, compiled]) =>
      thresholds.map((each) => [`${version} ${idOf(each)}`, variants.withThreshold(compiled, each)] as const),
    ),
  );
  return {
    id: "sensitivity",
    title: { de: "Empfindlichkeit des Bandes", en: "Sensitivity of the band" },
    explanation: {
      de: "Anteil der Personen, deren Band ein anderes wäre. Wer einen Punkt neben einer Schwelle steht, steht nicht anders da als die nächste Person: Innerhalb eines Punktes trennt das Band nicht.",
      en: "Share of the persons whose band would be another. Who stands a point beside a threshold does not differ from the next person: within a point, the band does not tell apart.",
    },
    tables: [
      table("points", "Ein Punkt mehr oder weniger", "One point more or less", [
        ...steps.map(({ axis, by }) =>
          share(
            `${axis}${by}`,
            { de: `Achse ${axis} ${sign(by)}`, en: `axis ${axis} ${sign(by)}` },
            scored,
            (each) => bandMovedBy(each, axis, by),
            personsMin,
          ),
        ),
        share(
          "border",
          { de: "höchstens einen Punkt neben einer Grenze", en: "within a point of a border" },
          scored,
          (each) => steps.some(({ axis, by }) => bandMovedBy(each, axis, by)),
          personsMin,
        ),
      ]),
      table(
        "thresholds",
        "Eine Schwelle um einen Punkt verschoben",
        "A threshold moved by a point",
        thresholds.map((each) => {
          const { axis, height, by } = each;
          const [de, en] = height === "middle" ? ["untere", "lower"] : ["obere", "upper"];
          const label = { de: `${de} Schwelle ${axis} ${sign(by)}`, en: `${en} threshold of ${axis} ${sign(by)}` };
          return share(
            idOf(each),
            label,
            scored,
            ({ compiled, catalogueVersion, axisA, axisB, band }) =>
              (moved.get(`${catalogueVersion} ${idOf(each)}`) ?? compiled).band(axisA, axisB) !== band,
            personsMin,
          );
        }),
      ),
      table(
        "facts",
        "Eine bekannte Tatsache wäre unbekannt",
        "A known fact were unknown",
        keys.map((key) =>
          share(
            key,
            { de: key, en: key },
            scored.filter(({ known }) => known.has(key)),
            (each) => differs(withoutFact(each, key), each),
            personsMin,
          ),
        ),
      ),
      table(
        "missing",
        "Eine unbekannte Tatsache könnte das Band ändern, würde sie bekannt",
        "An unknown fact could move the band if it became known",
        keys.map((key) =>
          share(
            key,
            { de: key, en: key },
            scored.filter(({ known }) => !known.has(key)),
            (each) => couldMove(each, key),
            personsMin,
          ),
        ),
      ),
      table("unassessed", "Ohne Punktzahl geblieben", "Left without points", [
        share(
          "INSUFFICIENT_DATA",
          { de: "Datenlage unzureichend", en: "too little data" },
          latest,
          ({ state }) => state === "INSUFFICIENT_DATA",
          personsMin,
        ),
        share(
          "gates",
          { de: "durch eine Vorprüfung", en: "by a gate" },
          latest,
          ({ state }) => state !== "INSUFFICIENT_DATA" && state !== "ASSESSED",
          personsMin,
        ),
      ]),
    ],
  };
}

function idOf({ axis, height, by }: MovedThreshold): string {
  return `${axis}.${height}${by}`;
}

function bandMovedBy({ compiled, axisA, axisB, band }: Scored, axis: "A" | "B", by: number): boolean {
  return compiled.band(axisA + (axis === "A" ? by : 0), axisB + (axis === "B" ? by : 0)) !== band;
}

function withoutFact({ known, madeOn, compiled }: Scored, key: ReducedFactKey): Outcome {
  const others = new Map(known);
  others.delete(key);
  return judge(others, madeOn, compiled);
}

function couldMove(scored: Scored, key: ReducedFactKey): boolean {
  const { known, madeOn, compiled } = scored;
  return possibleValues(key, compiled.catalogue).some((value) =>
    differs(judge(new Map(known).set(key, { key, value, asOf: null, references: [] }), madeOn, compiled), scored),
  );
}

function differs(outcome: Outcome, { band, state }: Scored): boolean {
  return outcome.band !== band || outcome.state !== state;
}
