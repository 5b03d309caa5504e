import type { Assessment } from "../engine/Assessment.ts";
import { assess } from "../engine/assess.ts";
import type { CompiledCatalogue, CompiledCriterion } from "../engine/compileCatalogue.ts";
import type { ReducedFact } from "../engine/ReducedFact.ts";

type CriterionOutcome = ReturnType<CompiledCriterion["judge"]>;

/**
 * Every assessment that somebody has to think possible who knows the facts but those that are withheld: each withheld criterion
 * takes each of its outcomes in turn, and that of being unknown. The withheld facts are not read, so the result cannot tell of them.
 *
 * @param isWithheld whether a reduced fact is withheld; none that a gate reads may be
 */
export function possibleAssessments(
  facts: readonly ReducedFact[],
  date: string,
  compiled: CompiledCatalogue,
  isWithheld: (key: string) => boolean,
): readonly Assessment[] {
  const known = facts.filter(({ key }) => !isWithheld(key));
  const withheld = compiled.criteria.filter(({ criterion }) => criterion.reads.some(isWithheld));
  return combinations(withheld).map((outcomes) => {
    const criteria = compiled.criteria.map((each) =>
      outcomes.has(each) ? { ...each, judge: () => outcomes.get(each) ?? null } : each,
    );
    return assess(known, date, { ...compiled, criteria });
  });
}

function combinations(
  criteria: readonly CompiledCriterion[],
): readonly ReadonlyMap<CompiledCriterion, CriterionOutcome>[] {
  let all: readonly ReadonlyMap<CompiledCriterion, CriterionOutcome>[] = [new Map()];
  for (const each of criteria) {
    all = all.flatMap((outcomes) => outcomesOf(each).map((outcome) => new Map([...outcomes, [each, outcome]])));
  }
  return all;
}

function outcomesOf({ criterion }: CompiledCriterion): readonly CriterionOutcome[] {
  return [...criterion.points.map(({ points, finding }) => ({ points, finding })), null];
}
