import { catalogueReference } from "../../schema/factReferences.ts";
import { catalogues } from "./catalogue/catalogues.ts";
import type { Assessment } from "./engine/Assessment.ts";
import type { CompiledCatalogue } from "./engine/compileCatalogue.ts";
import { outlook } from "./engine/outlook.ts";
import type { ReducedFact } from "./engine/ReducedFact.ts";
import { factCategories } from "./factCategories.ts";
import { presentCriterionOf } from "./presentCatalogue.ts";
import { splitReasons } from "./splitReasons.ts";
import type { IsWithheld } from "./withholding/IsWithheld.ts";
import { type ToldParts, toldParts } from "./withholding/toldParts.ts";

/**
 * An assessment as the contract's `Assessment` has it. Every part is made anew and only when it is asked for: the shell
 * remembers for each object under whose record it stands.
 *
 * @param inputs the reduced facts it was made from
 * @param factReferences versions of the facts it is disclosed from, each as `factId@version~tag`
 * @param seal makes the seal; null for a recorded assessment, which has none
 * @param isWithheld reduced facts of which the requester is told nothing (`withheldFacts`)
 */
export function presentAssessment(
  assessment: Assessment,
  inputs: readonly ReducedFact[],
  factReferences: readonly string[],
  seal: (() => string) | null,
  isWithheld: IsWithheld,
) {
  const { catalogueVersion } = assessment;
  const compiled = catalogues.version(catalogueVersion);
  const parts = toldParts(assessment, compiled, isWithheld);
  let worked: ReturnType<typeof outlook> | null = null;
  const ahead = () => {
    if (compiled !== null && !parts.isPartly) worked ??= outlook(inputs, assessment.at, compiled);
    return worked;
  };
  const present = ({ criterion, points, finding, facts }: ToldParts["contributions"][number]) => ({
    criterion: () => presentCriterionOf(catalogueVersion, criterion),
    categories: () => categoriesOf(compiled, criterion),
    withheld: points === null,
    points,
    finding,
    facts,
  });
  const reasons = () => splitReasons(parts.told, compiled);
  return {
    ...assessment,
    axisA: parts.axisA,
    axisB: parts.axisB,
    knownWeightPercent: parts.knownWeightPercent,
    oldestFactOn: parts.oldestFactOn,
    inputsHash: parts.inputsHash,
    factReferences: [...factReferences, catalogueReference(catalogueVersion)],
    gates: () => parts.gates.map((gate) => ({ ...gate, ...gateTexts(catalogueVersion, gate.id) })),
    contributions: () => parts.contributions.map(present),
    reasons: () => reasons().for.map(present),
    counterReasons: () => reasons().against.map(present),
    missing: () =>
      parts.missing.map(({ criterion, fact, reason }) => ({
        criterion: () => (criterion === null ? null : presentCriterionOf(catalogueVersion, criterion)),
        fact,
        reason,
        outcomes: () =>
          ahead()
            ?.missing.find((each) => each.fact === fact)
            ?.outcomes.map((each) => ({ ...each })) ?? null,
      })),
    counterfactuals: () =>
      ahead()?.counterfactuals.map((each) => ({
        ...each,
        changes: () => each.changes.map((change) => ({ ...change })),
      })) ?? null,
    seal: () => seal?.() ?? null,
  };
}

/** Categories of the facts that a criterion rests on; they follow from the catalogue alone. Null where that is not held. */
function categoriesOf(compiled: CompiledCatalogue | null, id: string): readonly string[] | null {
  const found = compiled?.criteria.find(({ criterion }) => criterion.id === id);
  if (found === undefined) return null;
  return [...new Set(found.criterion.reads.flatMap((key) => factCategories[key]))].sort();
}

function gateTexts(version: string, id: string): { readonly question?: string; readonly norm?: string } {
  const catalogue = catalogues.version(version)?.catalogue;
  const gate = [...(catalogue?.gates ?? []), catalogue?.sufficientData].find((each) => each?.id === id);
  return gate === undefined ? {} : { question: gate.question.de, norm: gate.norm };
}
