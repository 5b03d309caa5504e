import { catalogueReference } from "../../schema/factReferences.ts";
import { catalogues } from "./catalogue/catalogues.ts";
import type { Assessment, Contribution } from "./engine/Assessment.ts";
import { outlook } from "./engine/outlook.ts";
import type { ReducedFact } from "./engine/ReducedFact.ts";
import { presentCriterionOf } from "./presentCatalogue.ts";
import { splitReasons } from "./splitReasons.ts";

/**
 * An assessment as the contract's `Assessment` has it. Every part is made anew and only when it is asked for: the shell
 * remembers for each object under whose record it stands.
 *
 * @param inputs the reduced facts it was made from
 * @param factReferences versions of the facts it is disclosed from, each as `factId@version~tag`
 * @param seal makes the seal; null for a recorded assessment, which has none
 */
export function presentAssessment(
  assessment: Assessment,
  inputs: readonly ReducedFact[],
  factReferences: readonly string[],
  seal: (() => string) | null,
) {
  const { catalogueVersion } = assessment;
  const compiled = catalogues.version(catalogueVersion);
  let worked: ReturnType<typeof outlook> | null = null;
  const ahead = () => {
    if (compiled !== null) worked ??= outlook(inputs, assessment.at, compiled);
    return worked;
  };
  const present = ({ criterion, points, finding, facts }: Contribution) => ({
    criterion: () => presentCriterionOf(catalogueVersion, criterion),
    points,
    finding,
    facts,
  });
  const reasons = () => splitReasons(assessment.contributions, compiled);
  return {
    ...assessment,
    factReferences: [...factReferences, catalogueReference(catalogueVersion)],
    gates: () => assessment.gates.map((gate) => ({ ...gate, ...gateTexts(catalogueVersion, gate.id) })),
    contributions: () => assessment.contributions.map(present),
    reasons: () => reasons().for.map(present),
    counterReasons: () => reasons().against.map(present),
    missing: () =>
      assessment.missing.map(({ criterion, fact, reason }) => ({
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

function gateTexts(version: string, id: string): { readonly question?: string; readonly norm?: string } {
  const catalogue = catalogues.version(version)?.catalogue;
  const gate = [...(catalogue?.gates ?? []), catalogue?.sufficientData].find((each) => each?.id === id);
  return gate === undefined ? {} : { question: gate.question.de, norm: gate.norm };
}
