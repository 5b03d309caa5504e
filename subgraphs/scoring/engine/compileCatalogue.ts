import type { Band, Catalogue, Cells, Criterion, Gate, Height } from "../catalogue/Catalogue.ts";
import { compileCell } from "../catalogue/compileCell.ts";
import { type ReducedFactKey, reducedFacts } from "../reducedFacts.ts";
import type { KnownFacts } from "./knownFacts.ts";
import { possibleValues } from "./possibleValues.ts";

/** True, false, or null for unknown. Unknown is never taken for false. */
export type Truth = boolean | null;

/** A gate whose rows are closures. */
export interface CompiledGate {
  readonly gate: Gate;
  readonly reads: readonly ReducedFactKey[];
  closed(facts: KnownFacts): Truth;
}

/** A criterion whose rows are closures. */
export interface CompiledCriterion {
  readonly criterion: Criterion;
  readonly pointsMin: number;
  readonly pointsMax: number;
  /** How far the criterion can move its axis. */
  readonly weight: number;
  /** Points and finding; null where a fact that decides is unknown. */
  judge(facts: KnownFacts): { readonly points: number; readonly finding: string } | null;
}

/** A catalogue ready to be applied. Made once a version. */
export interface CompiledCatalogue {
  readonly catalogue: Catalogue;
  readonly gates: readonly CompiledGate[];
  readonly criteria: readonly CompiledCriterion[];
  readonly possibleValues: Readonly<Record<ReducedFactKey, readonly string[]>>;
  band(axisA: number, axisB: number): Band;
}

/** Turns every cell of a catalogue into a closure. */
export function compileCatalogue(catalogue: Catalogue): CompiledCatalogue {
  const { thresholds, matrix } = catalogue.bands;
  const height = (axis: "A" | "B", sum: number): Height =>
    sum >= thresholds[axis].high ? "high" : sum >= thresholds[axis].middle ? "middle" : "low";
  const keys = Object.keys(reducedFacts) as ReducedFactKey[];
  const columns = { low: 0, middle: 1, high: 2 } as const satisfies Record<Height, number>;
  return {
    catalogue,
    gates: catalogue.gates.map(compileGate),
    criteria: catalogue.criteria.map(compileCriterion),
    possibleValues: Object.fromEntries(keys.map((key) => [key, possibleValues(key, catalogue)])) as Record<
      ReducedFactKey,
      readonly string[]
    >,
    band: (axisA, axisB) => matrix[height("A", axisA)][columns[height("B", axisB)]],
  };
}

function compileGate(gate: Gate): CompiledGate {
  const rows = gate.closes.map(compileRow);
  return {
    gate,
    reads: [...new Set(gate.closes.flatMap((cells) => Object.keys(cells) as ReducedFactKey[]))],
    closed: (facts) => anyOf(rows.map((row) => row(facts))),
  };
}

function compileCriterion(criterion: Criterion): CompiledCriterion {
  const rows = criterion.points.map(({ when, points, finding }) => ({
    holds: compileRow(when),
    outcome: { points, finding },
  }));
  const points = rows.map(({ outcome }) => outcome.points);
  const [pointsMin, pointsMax] = [Math.min(...points), Math.max(...points)];
  return {
    criterion,
    pointsMin,
    pointsMax,
    weight: pointsMax - pointsMin,
    judge: (facts) => rows.find(({ holds }) => holds(facts) === true)?.outcome ?? null,
  };
}

/** A row holds if all its cells do. A cell that lets everything pass is passed by the unknown too. */
function compileRow(cells: Cells): (facts: KnownFacts) => Truth {
  const tests = Object.entries(cells)
    .filter(([, cell]) => cell !== "-")
    .map(([key, cell]) => ({ key: key as ReducedFactKey, test: compileCell(cell) }));
  return (facts) =>
    allOf(
      tests.map(({ key, test }) => {
        const fact = facts.get(key);
        return fact === undefined ? null : test(fact.value);
      }),
    );
}

function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}
