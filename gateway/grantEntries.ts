import type { GrantEntry } from "../schema/grant.ts";
import type { OfficeAbility } from "./policy/ability.ts";
import type { PolicyAction } from "./policy/foldRules.ts";

/** A category that must be granted for an action. */
export interface Demand {
  readonly action: PolicyAction;
  readonly category: string;
}

/** What an ability grants of a demand, as a grant to a subgraph says it: relations with the same exceptions in one entry. */
export function grantEntries({ action, category }: Demand, ability: OfficeAbility): readonly GrantEntry[] {
  const byException = Map.groupBy(ability.grants(action, category), ({ unless }) => unless.join(" "));
  return [...byException.values()].map((grants) => ({
    category,
    action,
    when: [...new Set(grants.map(({ when }) => when))].sort(),
    unless: grants.at(0)?.unless ?? [],
  }));
}
