import { givesData } from "../givesData.ts";
import type { Probe } from "../Probe.ts";

/** Aliases that every object of the language has: refused, or keys like any other. */
export const aliases: Probe = async (target) => {
  for (const alias of ["__proto__", "constructor", "toString"]) {
    const answer = await target.ask({ document: `{ ${alias}: __typename }` });
    if (answer.status === 0 || answer.status >= 500)
      return { verdict: "OPEN", seen: `The alias ${alias} makes it fail (${answer.status}).` };
    if (givesData(answer) && !Object.hasOwn(answer.json.data, alias))
      return { verdict: "OPEN", seen: `The alias ${alias} is lost on its way.` };
  }
  return { verdict: "HOLDS", seen: "They are refused, or keys like any other." };
};
