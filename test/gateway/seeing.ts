import type { Grant, OfficeAbility } from "../../gateway/policy/ability.ts";

type Categories = Readonly<Record<string, string>>;

/**
 * An ability that sees these categories: always (`ANY`), or under a relation.
 *
 * @param combines categories that it may have combined; null: the same
 */
export function seeing(sees: Categories, combines: Categories | null = null): OfficeAbility {
  const grantsOf = (action: string, category: string): readonly Grant[] => {
    const when = (action === "COMBINE" ? (combines ?? sees) : sees)[category];
    return when === undefined ? [] : [{ when, unless: [], ruleIds: [`R-${category}`], prohibitions: [] }];
  };
  return {
    grants: grantsOf,
    verdict: (action, category) => {
      const grants = grantsOf(action, category);
      const outcome = grants.length === 0 ? "WITHHOLD" : grants[0]?.when === "ANY" ? "ALLOW" : "ALLOW_IF";
      return { outcome, grants, ruleIds: grants.flatMap((grant) => grant.ruleIds), prohibitions: [] };
    },
    permits: (action, category, facts) =>
      grantsOf(action, category).some(({ when }) => when === "ANY" || facts[when] === true),
    ruleIds: (action, category) => grantsOf(action, category).flatMap((grant) => grant.ruleIds),
  };
}
