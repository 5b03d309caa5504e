import { catalogues } from "./catalogue/catalogues.ts";
import type { Assessment } from "./engine/Assessment.ts";
import { presentCriterionOf } from "./presentCatalogue.ts";

/**
 * An assessment as the contract's `Assessment` has it. Every part is made anew and only when it is asked for: the shell
 * remembers for each object under whose record it stands.
 *
 * @param seal makes the seal; null for a recorded assessment, which has none
 */
export function presentAssessment(assessment: Assessment, seal: (() => string) | null) {
  const { catalogueVersion } = assessment;
  return {
    ...assessment,
    gates: () => assessment.gates.map((gate) => ({ ...gate, ...gateTexts(catalogueVersion, gate.id) })),
    contributions: () =>
      assessment.contributions.map(({ criterion, points, finding, facts }) => ({
        criterion: () => presentCriterionOf(catalogueVersion, criterion),
        points,
        finding,
        facts,
      })),
    missing: () =>
      assessment.missing.map(({ criterion, fact }) => ({
        criterion: () => (criterion === null ? null : presentCriterionOf(catalogueVersion, criterion)),
        fact,
      })),
    seal: () => seal?.() ?? null,
  };
}

function gateTexts(version: string, id: string): { readonly question?: string; readonly norm?: string } {
  const catalogue = catalogues.version(version)?.catalogue;
  const gate = [...(catalogue?.gates ?? []), catalogue?.sufficientData].find((each) => each?.id === id);
  return gate === undefined ? {} : { question: gate.question.de, norm: gate.norm };
}
