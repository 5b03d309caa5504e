import type { ReducedFactKey } from "../reducedFacts.ts";
import type { Assessment } from "./Assessment.ts";
import type { CompiledCatalogue } from "./compileCatalogue.ts";
import { isInForce } from "./isInForce.ts";
import type { JudgedCriterion } from "./JudgedCriterion.ts";
import { type KnownFacts, oldestOf } from "./knownFacts.ts";
import { type Outcome, unscored } from "./Outcome.ts";
import { sumCriteria } from "./sumCriteria.ts";

/** Judges every criterion that is in force on the date, then whether enough is known, then the band. */
export function judgeCriteria(compiled: CompiledCatalogue, known: KnownFacts, date: string): Outcome {
  const judged = compiled.criteria
    .filter(({ criterion }) => isInForce(criterion, date))
    .map(({ criterion, weight, judge }): JudgedCriterion => ({ criterion, weight, outcome: judge(known) }));
  const gateKeys = compiled.gates.flatMap(({ reads }) => reads);
  const { axisA, axisB, knownWeightPercent } = sumCriteria(judged);
  const missingForGates = missing(gateKeys, known, null);
  const common = {
    missing: [...missingForGates, ...missingForCriteria(judged, known)],
    knownWeightPercent,
    oldestFactOn: oldestOf(factsOf([...gateKeys, ...decidedKeys(judged)], known)),
  };
  const { id, knownWeightPercentMin } = compiled.catalogue.sufficientData;
  if (missingForGates.length > 0 || knownWeightPercent < knownWeightPercentMin) {
    return { ...unscored, ...common, state: "INSUFFICIENT_DATA", closedBy: id };
  }
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

function factsOf(keys: readonly ReducedFactKey[], known: KnownFacts) {
  return keys.flatMap((key) => known.get(key) ?? []);
}
