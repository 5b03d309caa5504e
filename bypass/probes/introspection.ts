import { givesData } from "../givesData.ts";
import type { Probe } from "../Probe.ts";

const document = "{ __schema { types { name } } }";

/** The whole schema, without and with the requester's headers. */
export const introspection: Probe = async (target) => {
  if (target.identifies && givesData(await target.ask({ document, headers: null }))) {
    return { verdict: "OPEN", seen: "It shows its schema to whoever does not say who they are." };
  }
  const answer = await target.ask({ document });
  return givesData(answer)
    ? {
        verdict: "UNCLEAR",
        seen: `It shows this requester ${answer.json.data.__schema?.types?.length} types: see whether that is more than they may know of.`,
      }
    : { verdict: "HOLDS", seen: "It shows this requester no schema." };
};
