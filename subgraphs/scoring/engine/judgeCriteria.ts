import type { Axis, Criterion } from "../catalogue/Catalogue.ts";
import type { ReducedFactKey } from "../reducedFacts.ts";
import type { Assessment } from "./Assessment.ts";
import type { CompiledCatalogue } from "./compileCatalogue.ts";
import { isInForce } from "./isInForce.ts";
import { type KnownFacts, oldestOf } from "./knownFacts.ts";
import { type Outcome, unscored } from "./Outcome.ts";

/** A criterion with what it found; `outcome` null: a fact that decides is unknown. */
interface JudgedCriterion {
  readonly criterion: Criterion;
  readonly weight: number;
  readonly outcome: { readonly points: number; readonly finding: string } | null;
}

/** Judges every criterion that is in force on the date, then whether enough is known, then the band. */
export function judgeCriteria(compiled: CompiledCatalogue, known: KnownFacts, date: string): Outcome {
  const judged = compiled.criteria
    .filter(({ criterion }) => isInForce(criterion, date))
    .map(({ criterion, weight, judge }): JudgedCriterion => ({ criterion, weight, outcome: judge(known) }));
  const gateKeys = compiled.gates.flatMap(({ reads }) => reads);
  const missingForGates = missing(gateKeys, known, null);
  const common = {
    missing: [...missingForGates, ...missingForCriteria(judged, known)],
    knownWeightPercent: knownWeightPercent(judged),
    oldestFactOn: oldestOf(factsOf([...gateKeys, ...decidedKeys(judged)], known)),
  };
  const { id, knownWeightPercentMin } = compiled.catalogue.sufficientData;
  if (missingForGates.length > 0 || common.knownWeightPercent < knownWeightPercentMin) {
    return { ...unscored, ...common, state: "INSUFFICIENT_DATA", closedBy: id };
  }
  const [axisA, axisB] = [axisSum(judged, "A"), axisSum(judged, "B")];
  return {
    ...common,
    state: "ASSESSED",
    band: compiled.band(axisA, axisB),
    axisA,
    axisB,
    contributions: contributions(judged, known),
    closedBy: null,
  };
}

function contributions(judged: readonly JudgedCriterion[], known: KnownFacts): Assessment["contributions"] {
  return judged.flatMap(({ criterion, outcome }) => {
    if (outcome === null) return [];
    const references = factsOf(criterion.reads, known).flatMap((fact) => fact.references);
    return [{ ...outcome, criterion: criterion.id, facts: [...new Set(references)].sort() }];
  });
}

function missingForCriteria(judged: readonly JudgedCriterion[], known: KnownFacts): Outcome["missing"] {
  return judged.flatMap(({ criterion, outcome }) =>
    outcome === null ? missing(criterion.reads, known, criterion.id) : [],
  );
}

function missing(keys: readonly ReducedFactKey[], known: KnownFacts, criterion: string | null): Outcome["missing"] {
  return keys.filter((key) => !known.has(key)).map((fact) => ({ criterion, fact }));
}

/** Facts that contribute. */
function decidedKeys(judged: readonly JudgedCriterion[]): readonly ReducedFactKey[] {
  return judged.flatMap(({ criterion, outcome }) => (outcome === null ? [] : criterion.reads));
}

function knownWeightPercent(judged: readonly JudgedCriterion[]): number {
  const whole = sum(judged.map(({ weight }) => weight));
  const known = sum(judged.map(({ weight, outcome }) => (outcome === null ? 0 : weight)));
  return whole === 0 ? 0 : Math.floor((100 * known) / whole);
}

function axisSum(judged: readonly JudgedCriterion[], axis: Axis): number {
  return sum(judged.map(({ criterion, outcome }) => (criterion.axis === axis ? (outcome?.points ?? 0) : 0)));
}

function factsOf(keys: readonly ReducedFactKey[], known: KnownFacts) {
  return keys.flatMap((key) => known.get(key) ?? []);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
