import { givesData } from "../givesData.ts";
import type { Probe } from "../Probe.ts";

/** A document under the hash of another. */
export const persistedQueries: Probe = async (target) => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
  const answer = await target.ask({ body: JSON.stringify({ query: "{ __typename }", extensions }) });
  const later = await target.ask({ body: JSON.stringify({ extensions }) });
  if (givesData(later)) return { verdict: "OPEN", seen: "A document was kept under a hash that is not its own." };
  return givesData(answer)
    ? { verdict: "HOLDS", seen: "It takes no notice of hashes." }
    : { verdict: "HOLDS", seen: `It refuses a document under a hash that is not its own (${answer.status}).` };
};
