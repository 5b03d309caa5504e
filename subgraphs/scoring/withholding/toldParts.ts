import type { Assessment, Contribution } from "../engine/Assessment.ts";
import type { CompiledCatalogue, CompiledCriterion } from "../engine/compileCatalogue.ts";
import { isInForce } from "../engine/isInForce.ts";
import type { IsWithheld } from "./IsWithheld.ts";

/** Contribution that is withheld: that it is, and of which criterion, which follows from the catalogue alone. */
export interface WithheldContribution {
  readonly criterion: string;
  readonly points: null;
  readonly finding: null;
  readonly facts: null;
}

/** What of an assessment may be told beside state and band. */
export interface ToldParts {
  /** Null: a withheld contribution could be worked out from it. */
  readonly axisA: number | null;
  readonly axisB: number | null;
  /** `closed` null: withheld. */
  readonly gates: readonly { readonly id: string; readonly closed: boolean | null }[];
  readonly contributions: readonly (Contribution | WithheldContribution)[];
  /** Those of the contributions that are told. */
  readonly told: readonly Contribution[];
  readonly missing: Assessment["missing"];
  readonly knownWeightPercent: number | null;
  readonly oldestFactOn: string | null;
  readonly inputsHash: string | null;
  /** Whether anything is withheld: then nothing is told that was worked out from all facts together. */
  readonly isPartly: boolean;
}

/**
 * Takes out of an assessment what rests on withheld facts. Two assessments by one catalogue and date that agree in state, band and told
 * facts give the same, byte by byte, whatever the withheld facts say, or that nobody knows them.
 *
 * @param compiled catalogue it was made by; null where it is not held: then nobody knows what a contribution rests on
 */
export function toldParts(
  assessment: Assessment,
  compiled: CompiledCatalogue | null,
  isWithheld: IsWithheld,
): ToldParts {
  const { contributions, gates, missing, axisA, axisB, knownWeightPercent, oldestFactOn, inputsHash } = assessment;
  if (compiled === null) return untold(assessment);
  const criteria = compiled.criteria.filter(({ criterion }) => isInForce(criterion, assessment.at));
  const hidden = criteria.filter(({ criterion }) => criterion.reads.some(isWithheld));
  const hiddenGates = compiled.gates.filter(({ reads }) => reads.some(isWithheld)).map(({ gate }) => gate.id);
  const isPartly = hidden.length + hiddenGates.length > 0;
  const isHidden = (id: string) => hidden.some(({ criterion }) => criterion.id === id);
  const told = contributions.filter(({ criterion }) => !isHidden(criterion));
  const sum = (axis: "A" | "B", total: number | null) =>
    hidden.some(({ criterion }) => criterion.axis === axis) ? null : total;
  return {
    axisA: sum("A", axisA),
    axisB: sum("B", axisB),
    gates: gates.map((gate) => (hiddenGates.includes(gate.id) ? { ...gate, closed: null } : gate)),
    contributions: assessment.state === "ASSESSED" ? inOrder(criteria, told, isHidden) : [],
    told,
    missing: missing.filter(({ criterion, fact }) => !isWithheld(fact) && !(criterion !== null && isHidden(criterion))),
    knownWeightPercent: isPartly ? null : knownWeightPercent,
    oldestFactOn: isPartly ? null : oldestFactOn,
    inputsHash: isPartly ? null : inputsHash,
    isPartly,
  };
}

/** A withheld contribution stands there whether or not its facts were known. */
function inOrder(
  criteria: readonly CompiledCriterion[],
  told: readonly Contribution[],
  isHidden: (id: string) => boolean,
): ToldParts["contributions"] {
  return criteria.flatMap(({ criterion: { id } }): ToldParts["contributions"] =>
    isHidden(id)
      ? [{ criterion: id, points: null, finding: null, facts: null }]
      : told.filter(({ criterion }) => criterion === id),
  );
}

function untold({ gates }: Assessment): ToldParts {
  return {
    axisA: null,
    axisB: null,
    gates: gates.map((gate) => ({ ...gate, closed: null })),
    contributions: [],
    told: [],
    missing: [],
    knownWeightPercent: null,
    oldestFactOn: null,
    inputsHash: null,
    isPartly: true,
  };
}
