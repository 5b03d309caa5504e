import { presentOffice, presentProvenance } from "../../shell/presentFact.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { RepeatOffenderListing } from "../records/loadRepeatOffenderListings.ts";

/** `RepeatOffenderListing`: an assessment of the authority that reported it. */
export const repeatOffenderListingFields: TypeResolvers = {
  authority: ({ sourceOffice }: RepeatOffenderListing) => presentOffice(sourceOffice),
  provenance: presentProvenance,
};
