import { givesData } from "../givesData.ts";
import type { Probe } from "../Probe.ts";

/** Introspection in places where a check that looks at root fields alone does not find it. */
export const introspectionBeside: Probe = async (target) => {
  const asked = '__type(name: "Query") { name }';
  if (givesData(await target.ask({ document: `{ ${asked} }` }))) {
    return { verdict: "UNCLEAR", seen: "Introspection is answered by itself, so that no place of it is a way around." };
  }
  const hidden = [
    `{ __typename ... on Query { t: ${asked} } }`,
    `{ __typename ...F } fragment F on Query { t: ${asked} }`,
    `{ __typename t: ${asked} }`,
  ];
  for (const document of hidden) {
    const { json } = await target.ask({ document });
    if (json?.data?.t) return { verdict: "OPEN", seen: `It is refused by itself and answered in ${document}` };
  }
  return { verdict: "HOLDS", seen: "It is refused wherever it stands." };
};
