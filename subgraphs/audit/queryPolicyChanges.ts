import { comparePolicies } from "../../schema/policyRecord/comparePolicies.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { readPolicy } from "./readPolicy.ts";

/**
 * Who gains or loses what, from one policy to another.
 *
 * @throws SubgraphError INVALID_INPUT for a version that is not on record
 */
export async function queryPolicyChanges(
  folder: string,
  { from, to }: { readonly from: string; readonly to?: string | null },
) {
  const [before, after] = [await readPolicy(folder, from, "from"), await readPolicy(folder, to ?? null, "to")];
  return comparePolicies(before, after).map(({ when, ...same }) => ({
    ...same,
    categoryName: vocabulary.categories[same.category]?.german ?? null,
    relation: when,
  }));
}
