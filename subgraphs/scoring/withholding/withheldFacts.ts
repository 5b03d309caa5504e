import { type GrantView, permits } from "../../shell/grantView.ts";
import { factCategories } from "../factCategories.ts";
import { isReducedFactKey } from "../reducedFacts.ts";
import type { IsWithheld } from "./IsWithheld.ts";

/**
 * What of an assessment of a record the grant's holder is told nothing of: reduced facts one of whose categories the holder may not read
 * on that record. A key of which nobody knows what it rests on is withheld.
 *
 * @param facts relations and prohibiting facts of the person or case, as seen by the holder
 */
export function withheldFacts(grant: GrantView, facts: ReadonlySet<string>): IsWithheld {
  const readable = new Map<string, boolean>();
  const mayRead = (category: string) => {
    const may = readable.get(category) ?? permits(grant.reading(category), facts);
    readable.set(category, may);
    return may;
  };
  return (key) => !isReducedFactKey(key) || !factCategories[key].every(mayRead);
}
