import type { Band } from "../catalogue/Catalogue.ts";
import { isGateFact, type ReducedFactKey, reducedFacts } from "../reducedFacts.ts";
import { changedOutcome } from "./changedOutcome.ts";
import type { CompiledCatalogue } from "./compileCatalogue.ts";
import { judgeCriteria } from "./judgeCriteria.ts";
import { judgeGates } from "./judgeGates.ts";
import { type KnownFacts, knownFacts } from "./knownFacts.ts";
import type { Outcome } from "./Outcome.ts";
import type { ReducedFact } from "./ReducedFact.ts";
import { withValue } from "./withValue.ts";

/** One fact that would have to be another for the band to change. */
export interface FactChange {
  readonly fact: ReducedFactKey;
  readonly from: string;
  readonly to: string;
}

/** A nearest change that would lead to another outcome (kontrafaktische Änderung). */
export interface Counterfactual {
  /** One fact, or two where no single one suffices. */
  readonly changes: readonly FactChange[];
  /** How far the sums of both axes would move together, in points. */
  readonly distance: number;
  /** Band it would lead to. */
  readonly band: Band;
}

type Judge = (values: KnownFacts) => Outcome;

/** What an unknown fact could still change. */
export interface MissingEffect {
  readonly fact: ReducedFactKey;
  /** Outcomes it could lead to if it alone became known, without repetition, in the order of its values. */
  readonly outcomes: readonly { readonly state: Outcome["state"]; readonly band: Band | null }[];
}

/** What could change an assessment. Worked out on demand: it follows from facts, date and catalogue as the assessment does. */
export interface Outlook {
  /** Every fact that is unknown. */
  readonly missing: readonly MissingEffect[];
  /**
   * Nearest first; of each other band the nearest alone, and more where several are equally near. Empty unless ASSESSED: what a
   * gate closed, no point opens. What the law ties to citizenship, age or protection is a gate and no change to wish for.
   */
  readonly counterfactuals: readonly Counterfactual[];
}

/**
 * Pure, like `assess`, by whose gates and criteria it judges.
 *
 * @param facts every reduced fact of the person
 * @param date date of the question, on which the catalogue is in force
 */
export function outlook(facts: readonly ReducedFact[], date: string, compiled: CompiledCatalogue): Outlook {
  const known = knownFacts(facts, date);
  const judge: Judge = (values) => judgeGates(compiled.gates, values) ?? judgeCriteria(compiled, values, date);
  const actual = judge(known);
  const keys = Object.keys(reducedFacts) as ReducedFactKey[];
  return {
    missing: keys
      .filter((key) => !known.has(key))
      .map((fact) => ({ fact, outcomes: outcomesOf(fact, known, compiled, judge) })),
    counterfactuals: actual.state === "ASSESSED" ? counterfactuals(actual, known, compiled, date) : [],
  };
}

function outcomesOf(
  fact: ReducedFactKey,
  known: KnownFacts,
  { possibleValues }: CompiledCatalogue,
  judge: Judge,
): MissingEffect["outcomes"] {
  const outcomes = possibleValues[fact].map((value) => judge(withValue(known, fact, value)));
  return [...new Map(outcomes.map(({ state, band }) => [`${state} ${band}`, { state, band }])).values()];
}

/** Of each other band the nearest changes: of one fact, or of two where no single one leads to another band. */
function counterfactuals(
  actual: Outcome,
  known: KnownFacts,
  compiled: CompiledCatalogue,
  date: string,
): readonly Counterfactual[] {
  const outcomeOf = changedOutcome(compiled, known, date);
  const leading = (changes: readonly FactChange[]): readonly Counterfactual[] => {
    const outcome = outcomeOf(changes);
    if (outcome === null || outcome.band === actual.band) return [];
    const { band, axisA, axisB } = outcome;
    const distance = Math.abs(axisA - (actual.axisA ?? 0)) + Math.abs(axisB - (actual.axisB ?? 0));
    return [{ changes, distance, band }];
  };
  const singles = singleChanges(known, compiled);
  const alone = singles.flatMap((change) => leading([change]));
  const found = alone.length > 0 ? alone : pairs(singles).flatMap(leading);
  const nearest = [...Map.groupBy(found, ({ band }) => band).values()].flatMap((group) => {
    const least = Math.min(...group.map(({ distance }) => distance));
    return group.filter(({ distance }) => distance === least);
  });
  return nearest.toSorted((left, right) => left.distance - right.distance || byFact(left, right));
}

/** Every change of one known fact that a criterion reads to another value that the catalogue tells apart. */
function singleChanges(known: KnownFacts, { possibleValues }: CompiledCatalogue): readonly FactChange[] {
  return [...known].flatMap(([fact, { value }]) =>
    isGateFact(fact) ? [] : possibleValues[fact].filter((to) => to !== value).map((to) => ({ fact, from: value, to })),
  );
}

function pairs(singles: readonly FactChange[]): readonly (readonly FactChange[])[] {
  return singles.flatMap((first, index) =>
    singles.slice(index + 1).flatMap((second) => (second.fact === first.fact ? [] : [[first, second]])),
  );
}

function byFact(left: Counterfactual, right: Counterfactual): number {
  const text = ({ changes }: Counterfactual) => changes.map(({ fact, to }) => `${fact} ${to}`).join(", ");
  return text(left) < text(right) ? -1 : 1;
}
