import { permits } from "../../shell/grantView.ts";
import { presentOffice, presentProvenance } from "../../shell/presentFact.ts";
import { recordFactsExcluded } from "../../shell/relationPredicate.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { Investigation } from "../records/loadInvestigations.ts";

/** `Investigation`: open ones. Details may be withheld where the existence is not, so they are judged by themselves. */
export const investigationFields: TypeResolvers = {
  id: ({ factId }: Investigation) => factId,
  relationFacts: ({ disclosureDeferred }: Investigation) => (disclosureDeferred ? ["DISCLOSURE_DEFERRED"] : []),
  office: ({ sourceOffice }: Investigation) => presentOffice(sourceOffice),
  fileRef: async (investigation: Investigation, _, context) =>
    (await seesDetails(investigation, context)) ? investigation.sourceFileRef : null,
  provisions: async (investigation: Investigation, _, context) =>
    (await seesDetails(investigation, context)) ? investigation.provisions : null,
  // The provenance inherits the category of the existence, but its file reference is a detail.
  provenance: async (investigation: Investigation, _, context) => ({
    ...presentProvenance(investigation),
    sourceFileRef: (await seesDetails(investigation, context)) ? investigation.sourceFileRef : null,
  }),
};

async function seesDetails(investigation: Investigation, context: SubgraphContext): Promise<boolean> {
  const { grant } = context;
  const category = "INVESTIGATION_DETAIL";
  const deferred = investigation.disclosureDeferred && recordFactsExcluded(grant, category).has("DISCLOSURE_DEFERRED");
  return !deferred && permits(grant.reading(category), await context.personFacts(investigation.personRef));
}
