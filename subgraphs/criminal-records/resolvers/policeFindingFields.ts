import { presentProvenance } from "../../shell/presentFact.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { PoliceFinding } from "../records/loadPoliceFindings.ts";

/** `PoliceFinding`: always labelled. */
export const policeFindingFields: TypeResolvers = {
  kind: ({ findingKind }: PoliceFinding) => findingKind,
  date: ({ eventDate }: PoliceFinding) => eventDate,
  provenance: presentProvenance,
};
