import type { Figure, Measure, ReportTable } from "../../report/ValidityReport.ts";
import type { ProjectRow, ProjectTable } from "../ProjectReport.ts";
import { tooThin } from "./words.ts";

const units: Readonly<Record<Measure, string>> = {
  COUNT: "Anzahl",
  SHARE: "Anteil in %",
  COEFFICIENT: "Koeffizient",
  POINTS: "Punkte",
};

/** A table of the report on validity, in the project report's shape. */
export function fromValidity(table: ReportTable): ProjectTable {
  const { id, title, measure, baseMin, rows } = table;
  return {
    id: `guete-${id.replaceAll(".", "-").toLowerCase()}`,
    title: title.de,
    unit: units[measure],
    interval: measure === "COUNT" ? null : "95-%-Intervall",
    counts: "Fälle",
    rows: rows.map((row) => rowOf(row, measure, baseMin)),
  };
}

function rowOf({ label, value, low, high, base, state }: Figure, measure: Measure, baseMin: number): ProjectRow {
  const scaled = (number: number | null) => (number === null || measure !== "SHARE" ? number : 100 * number);
  const caveats = {
    SHOWN: "",
    THIN: `${tooThin}: ruht auf weniger als ${baseMin}`,
    SUPPRESSED: "unterdrückt: unter fünf Personen",
    NONE: tooThin,
  };
  return {
    label: label.de,
    value: scaled(value),
    low: scaled(low),
    high: scaled(high),
    base,
    caveat: caveats[state],
  };
}
