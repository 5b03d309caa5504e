import { givesData } from "../givesData.ts";
import type { Probe } from "../Probe.ts";

/** Large enough to be refused where anything is counted, small enough to do no harm where nothing is. */
const doublings = 12;
const aliasCount = 1_000;

/** Fragments that multiply, circles of fragments, and aliases of __typename. */
export const fragments: Probe = async (target) => {
  const spreads = Array.from(
    { length: doublings },
    (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
  );
  const aliases = Array.from({ length: aliasCount }, (_, index) => `a${index}: __typename`);
  const documents: readonly (readonly [string, string])[] = [
    [
      `fragments that make ${2 ** doublings} selections`,
      `{ ...F0 } ${spreads.join(" ")} fragment F${doublings} on Query { __typename }`,
    ],
    ["fragments that spread each other", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"],
    [`${aliasCount} aliases of __typename`, `{ ${aliases.join(" ")} }`],
  ];
  for (const [what, document] of documents) {
    const answer = await target.ask({ document });
    if (answer.status === 0 || answer.status >= 500)
      return { verdict: "OPEN", seen: `It fails on ${what} (${answer.status}).` };
    if (givesData(answer)) return { verdict: "OPEN", seen: `It answers ${what}.` };
  }
  return { verdict: "HOLDS", seen: "Fragments that multiply, their circles and a thousand aliases are refused." };
};
