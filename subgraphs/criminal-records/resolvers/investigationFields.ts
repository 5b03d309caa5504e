import { presentOffice, presentProvenance } from "../../shell/presentFact.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { Investigation } from "../records/loadInvestigations.ts";

/** `Investigation`: open ones. */
export const investigationFields: TypeResolvers = {
  id: ({ factId }: Investigation) => factId,
  office: ({ sourceOffice }: Investigation) => presentOffice(sourceOffice),
  fileRef: ({ sourceFileRef }: Investigation) => sourceFileRef,
  // The provenance inherits the category of the existence, but the file reference is a detail and has a field of its own. Whether it
  // stood here too would depend on whether that field is asked for beside it.
  provenance: (investigation: Investigation) => ({ ...presentProvenance(investigation), sourceFileRef: null }),
};
