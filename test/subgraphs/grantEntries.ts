import type { GrantEntry } from "../../schema/grant.ts";

/** Entries of a grant for some categories, by default closed to persons under the large transfer block, as the policy has it. */
export function grantEntries(
  action: GrantEntry["action"],
  categories: readonly string[],
  when: readonly string[],
  unless: readonly string[] = ["LARGE_TRANSFER_BLOCK"],
): readonly GrantEntry[] {
  return categories.map((category) => ({ category, action, when, unless }));
}
