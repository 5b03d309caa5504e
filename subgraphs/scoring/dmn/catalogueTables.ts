import type { Axis, Catalogue, Cells, Criterion, Height } from "../catalogue/Catalogue.ts";
import type { ReducedFactKey } from "../reducedFacts.ts";
import type { Table, TableInput } from "./decisionTable.ts";
import { inputId, inputType } from "./inputElements.ts";

/** Name under which other decisions use a criterion's points: FEEL takes the hyphen of `C-A1` for a minus. */
export function pointsName({ id }: Pick<Criterion, "id">): string {
  return id.replace("-", "_");
}

/** Name of an axis as a decision. */
export function axisName(axis: Axis): string {
  return `Axis_${axis}`;
}

/** The table of a criterion: its rows give points, and COLLECT + adds up those that hold. */
export function criterionTable(criterion: Criterion): Table {
  const { reads, points, question, norm, evidenceSource, kind, proxyNote, since, until } = criterion;
  return {
    id: pointsName(criterion),
    name: pointsName(criterion),
    question: `${question.de} / ${question.en}`,
    description: [
      `${criterion.id} (${norm}). ${kind === "FACT" ? "Tatsache" : "Einschätzung"}: ${evidenceSource}.`,
      `In force from ${since}${until === null ? "" : ` until ${until}`}. An unknown fact gives no points and is named as missing.`,
      proxyNote.trim(),
    ].join("\n"),
    hitPolicy: "COLLECT",
    inputs: reads.map(factInput),
    output: { name: "points", type: "number" },
    rows: points.map((row) => ({ cells: cellsOf(row.when, reads), gives: String(row.points), means: row.finding })),
  };
}

/** The gates as one table: the first row that holds ends the assessment. */
export function gatesTable({ gates, sufficientData }: Catalogue): Table {
  const keys = [...new Set(gates.flatMap(({ closes }) => closes.flatMap((cells) => Object.keys(cells))))];
  const reads = keys as ReducedFactKey[];
  const { id, question, norm, knownWeightPercentMin } = sufficientData;
  return {
    id: "Gates",
    name: "Gates",
    question: gates.map((gate) => `${gate.id}: ${gate.question.de} / ${gate.question.en}`).join("\n"),
    description: [
      ...gates.map((gate) => `${gate.id}: ${gate.norm}.`),
      `${id}, judged last on what the criteria could make of the facts and not in this table: ${question.de} (${norm}, ${knownWeightPercentMin} %).`,
    ].join("\n"),
    hitPolicy: "FIRST",
    inputs: reads.map(factInput),
    output: { name: "state", type: "string" },
    rows: [
      ...gates.flatMap((gate) =>
        gate.closes.map((cells) => ({ cells: cellsOf(cells, reads), gives: `"${gate.state}"`, means: gate.id })),
      ),
      { cells: reads.map(() => "-"), gives: '"ASSESSED"', means: "Keine Vorprüfung steht entgegen." },
    ],
  };
}

/** The band by the heights of both axes. */
export function bandTable({ bands: { thresholds, matrix } }: Catalogue): Table {
  const heights = ["low", "middle", "high"] as const;
  const range = (axis: Axis, height: Height) => {
    const { middle, high } = thresholds[axis];
    return { low: `< ${middle}`, middle: `[${middle}..${high - 1}]`, high: `>= ${high}` }[height];
  };
  return {
    id: "Band",
    name: "Band",
    question: "In welches Band führt die Bewertung? / Which band does the assessment lead to?",
    description: "Holds where no gate has closed. Inside a band the order is by date, never by points.",
    hitPolicy: "UNIQUE",
    inputs: (["A", "B"] as const).map((axis) => ({
      name: axisName(axis),
      type: "number",
      requires: { kind: "decision", id: axisName(axis) },
    })),
    output: { name: "band", type: "string" },
    rows: heights.flatMap((high) =>
      heights.map((wide, column) => ({
        cells: [range("A", high), range("B", wide)],
        gives: `"${matrix[high][column]}"`,
        means: `A ${high}, B ${wide}`,
      })),
    ),
  };
}

function factInput(key: ReducedFactKey): TableInput {
  return { name: key, type: inputType(key), requires: { kind: "input", id: inputId(key) } };
}

function cellsOf(cells: Cells, reads: readonly ReducedFactKey[]): readonly string[] {
  return reads.map((key) => cells[key] ?? "-");
}
