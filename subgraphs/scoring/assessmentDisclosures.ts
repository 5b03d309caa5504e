import { catalogueReference } from "../../schema/factReferences.ts";
import type { GrantView } from "../shell/grantView.ts";
import { factReference } from "../shell/presentFact.ts";
import { recordFactsExcluded } from "../shell/relationPredicate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { catalogues } from "./catalogue/catalogues.ts";
import { disclose } from "./disclosure/disclose.ts";
import { disclosureTexts } from "./disclosure/disclosureTexts.ts";
import { loadRecorded, type RecordedRow } from "./loadRecorded.ts";
import { presentCriterionOf } from "./presentCatalogue.ts";

/** What the data subject is told of the assessments kept for a case, latest first. */
export async function assessmentDisclosures(
  { caseRef }: { readonly caseRef: string },
  _args: unknown,
  context: SubgraphContext,
) {
  const rows = await loadRecorded(context, caseRef);
  return rows.map((row) => presentDisclosure(row, context.grant));
}

function presentDisclosure(row: RecordedRow, grant: GrantView) {
  const { eventDate: recordedOn, catalogueVersion, inputs } = row;
  const compiled = catalogues.version(catalogueVersion);
  const excluded = recordFactsExcluded(grant, "ASSESSMENT_POINTS");
  const disclosure = compiled === null ? null : disclose(inputs, recordedOn, compiled, excluded);
  return {
    ...disclosure,
    factReferences: [factReference(row), catalogueReference(catalogueVersion)],
    recordedOn,
    catalogueVersion,
    status: compiled?.catalogue.status ?? null,
    contributions: (disclosure?.contributions ?? []).map((contribution) => ({
      ...contribution,
      criterion: () => presentCriterionOf(catalogueVersion, contribution.criterion),
    })),
    ...disclosureTexts,
  };
}
