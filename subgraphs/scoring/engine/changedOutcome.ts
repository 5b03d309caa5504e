import type { Band } from "../catalogue/Catalogue.ts";
import type { ReducedFactKey } from "../reducedFacts.ts";
import type { CompiledCatalogue } from "./compileCatalogue.ts";
import { isInForce } from "./isInForce.ts";
import type { JudgedCriterion } from "./JudgedCriterion.ts";
import type { KnownFacts } from "./knownFacts.ts";
import { sumCriteria } from "./sumCriteria.ts";
import { withValue } from "./withValue.ts";

/** A fact that is another than it is. */
interface Change {
  readonly fact: ReducedFactKey;
  readonly to: string;
}

/** Where changes lead: the sums in points, and their band. */
export interface ChangedOutcome {
  readonly band: Band;
  readonly axisA: number;
  readonly axisB: number;
}

/**
 * Judges changes of facts that no gate reads, for a person who is assessed. Two thousand pairs of changes may have to be gone
 * through for one person: so a criterion is judged again only where a change touches what it reads, and once for each single change.
 *
 * @returns for changes of different facts, where they lead; null where too little would be known
 */
export function changedOutcome(
  compiled: CompiledCatalogue,
  known: KnownFacts,
  date: string,
): (changes: readonly Change[]) => ChangedOutcome | null {
  const criteria = compiled.criteria.filter(({ criterion }) => isInForce(criterion, date));
  const unchanged = criteria.map(
    ({ criterion, weight, judge }): JudgedCriterion => ({ criterion, weight, outcome: judge(known) }),
  );
  const readers = new Map<ReducedFactKey, readonly number[]>();
  const alone = new Map<Change, ReadonlyMap<number, JudgedCriterion>>();

  return (changes) => {
    const judged = [...unchanged];
    for (const change of changes) for (const [at, each] of judgedAlone(change)) judged[at] = each;
    for (const at of readByAll(changes)) judged[at] = judgeAgain(at, changes);
    const { knownWeightPercent, ...sums } = sumCriteria(judged);
    if (knownWeightPercent < compiled.catalogue.sufficientData.knownWeightPercentMin) return null;
    return { ...sums, band: compiled.band(sums.axisA, sums.axisB) };
  };

  function judgedAlone(change: Change): ReadonlyMap<number, JudgedCriterion> {
    const before = alone.get(change);
    if (before !== undefined) return before;
    const now = new Map(readersOf(change.fact).map((at) => [at, judgeAgain(at, [change])]));
    alone.set(change, now);
    return now;
  }

  /** Criteria that read a fact of more than one change. */
  function readByAll([first, ...others]: readonly Change[]): readonly number[] {
    if (first === undefined || others.length === 0) return [];
    return readersOf(first.fact).filter((at) => others.some(({ fact }) => readersOf(fact).includes(at)));
  }

  function readersOf(fact: ReducedFactKey): readonly number[] {
    const before = readers.get(fact);
    if (before !== undefined) return before;
    const now = criteria.flatMap(({ criterion }, at) => (criterion.reads.includes(fact) ? [at] : []));
    readers.set(fact, now);
    return now;
  }

  function judgeAgain(at: number, changes: readonly Change[]): JudgedCriterion {
    const { judge, ...each } = criteria[at] as (typeof criteria)[number];
    const values = changes.reduce((facts, { fact, to }) => withValue(facts, fact, to), known);
    return { criterion: each.criterion, weight: each.weight, outcome: judge(values) };
  }
}
