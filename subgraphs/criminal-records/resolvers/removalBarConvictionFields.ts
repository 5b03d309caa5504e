import { presentProvenance } from "../../shell/presentFact.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { Conviction } from "../records/Conviction.ts";

/** `RemovalBarConviction`: what a decision on § 60 (8) to (8b) AufenthG needs of a usable conviction. */
export const removalBarConvictionFields: TypeResolvers = {
  id: ({ factId }: Conviction) => factId,
  provenance: presentProvenance,
};
