import { codeValue } from "../../../schema/codeLists.ts";
import { presentOffice, presentProvenance } from "../../shell/presentFact.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { Custody } from "../records/loadCustodies.ts";

/** `Custody`: the one that lasts on the date of the question. */
export const custodyFields: TypeResolvers = {
  kind: ({ custodyKind }: Custody) => codeValue("peb-haftart", custodyKind),
  from: ({ begunOn }: Custody) => begunOn,
  prison: ({ sourceOffice }: Custody) => presentOffice(sourceOffice),
  provenance: presentProvenance,
};
