import type { AssessmentState, Band } from "../catalogue/Catalogue.ts";
import type { CompiledCatalogue } from "../engine/compileCatalogue.ts";
import { isInForce } from "../engine/isInForce.ts";
import type { ReducedFact } from "../engine/ReducedFact.ts";
import { possibleAssessments } from "./possibleAssessments.ts";
import { recordFactsOf } from "./recordFactsOf.ts";

/** What a criterion contributes, as far as it is told. */
export interface DisclosedContribution {
  /** Id of the criterion. */
  readonly criterion: string;
  /** Facts of the contribution that a prohibition can name. */
  readonly recordFacts: readonly string[];
  readonly withheld: boolean;
  /** Null where withheld, and where the criterion's fact was not known. */
  readonly points: number | null;
  readonly finding: string | null;
}

/** What is told of an assessment. Whatever of it rests on withheld facts is told as far as it is the same whatever they say. */
export interface Disclosure {
  /** Null where withheld facts decide. */
  readonly state: AssessmentState | null;
  /** Null where there is none, and where withheld facts decide. */
  readonly band: Band | null;
  /** Bands that are possible by what is told. */
  readonly possibleBands: readonly Band[];
  /** By criterion; empty where the assessment was certainly not made. */
  readonly contributions: readonly DisclosedContribution[];
}

const nothingCertain: Disclosure = { state: null, band: null, possibleBands: [], contributions: [] };

/**
 * Tells of an assessment what may be told. The facts behind withheld contributions are never read: two assessments that differ
 * in them alone give the same disclosure, byte by byte.
 *
 * @param facts inputs of the assessment
 * @param date its date of the question
 * @param compiled the catalogue it was made by
 * @param excluded record facts whose contributions are withheld (`recordFactsExcluded`)
 */
export function disclose(
  facts: readonly ReducedFact[],
  date: string,
  compiled: CompiledCatalogue,
  excluded: ReadonlySet<string>,
): Disclosure {
  const isWithheld = (key: string) => recordFactsOf([key]).some((fact) => excluded.has(fact));
  if (compiled.gates.some(({ reads }) => reads.some(isWithheld))) return nothingCertain;
  const possible = possibleAssessments(facts, date, compiled, isWithheld);
  const assessed = possible.find(({ state }) => state === "ASSESSED");
  return {
    state: common(possible.map(({ state }) => state)),
    band: common(possible.map(({ band }) => band)),
    possibleBands: [...new Set(possible.flatMap(({ band }) => band ?? []))].sort(),
    contributions: assessed === undefined ? [] : compiled.criteria.flatMap(disclosedContribution),
  };

  function disclosedContribution({ criterion }: CompiledCatalogue["criteria"][number]): DisclosedContribution[] {
    if (!isInForce(criterion, date)) return [];
    const withheld = criterion.reads.some(isWithheld);
    const told = withheld ? undefined : assessed?.contributions.find((each) => each.criterion === criterion.id);
    return [
      {
        criterion: criterion.id,
        recordFacts: recordFactsOf(criterion.reads),
        withheld,
        points: told?.points ?? null,
        finding: told?.finding ?? null,
      },
    ];
  }
}

/** The value that all have; null where they differ. */
function common<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((each) => each === first) ? first : null;
}
