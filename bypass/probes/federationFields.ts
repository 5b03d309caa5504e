import { givesData } from "../givesData.ts";
import type { Probe } from "../Probe.ts";

/** The root fields by which a subgraph gives out its SDL and its entities. */
export const federationFields: Probe = async (target) => {
  for (const document of [
    "{ _service { sdl } }",
    '{ _entities(representations: [{ __typename: "Query" }]) { __typename } }',
  ]) {
    if (givesData(await target.ask({ document })))
      return { verdict: "OPEN", seen: `It answers ${document.slice(2, 11)}: it is a subgraph, or shows one.` };
  }
  return { verdict: "HOLDS", seen: "It has neither _service nor _entities." };
};
