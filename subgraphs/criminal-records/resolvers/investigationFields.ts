import { permits } from "../../shell/grantView.ts";
import { presentOffice, presentProvenance } from "../../shell/presentFact.ts";
import { factsOfRecord } from "../../shell/RecordType.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { Investigation } from "../records/loadInvestigations.ts";
import { recordTypes } from "../records/recordTypes.ts";

/** `Investigation`: open ones. */
export const investigationFields: TypeResolvers = {
  id: ({ factId }: Investigation) => factId,
  office: ({ sourceOffice }: Investigation) => presentOffice(sourceOffice),
  fileRef: ({ sourceFileRef }: Investigation) => sourceFileRef,
  // The provenance inherits the category of the existence, but its file reference is a detail.
  provenance: async (investigation: Investigation, _, context) => ({
    ...presentProvenance(investigation),
    sourceFileRef: (await seesDetails(investigation, context)) ? investigation.sourceFileRef : null,
  }),
};

async function seesDetails(investigation: Investigation, context: SubgraphContext): Promise<boolean> {
  const { grant } = context;
  const personFacts = await context.personFacts(investigation.personRef);
  const { all } = factsOfRecord(recordTypes.Investigation, investigation, grant.holder, personFacts);
  return permits(grant.reading("INVESTIGATION_DETAIL"), all);
}
