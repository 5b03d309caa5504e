import { offices } from "../../../schema/offices.ts";
import { fits } from "../fits.ts";
import type { Prohibition, Rule } from "../Policy.ts";
import { prohibitionsOn } from "../prohibitionsOn.ts";
import type { PolicyProblems } from "./PolicyProblems.ts";
import type { PolicyNames } from "./policyNames.ts";
import type { Entry } from "./readEntries.ts";

/**
 * Reports what a rule promises and a prohibition withholds from all of its offices, whatever the record: a category, or all
 * that the rule grants.
 */
export function checkShadows(
  rules: readonly Entry<Rule>[],
  prohibitions: readonly Prohibition[],
  names: PolicyNames,
  problems: PolicyProblems,
): void {
  const always = prohibitions.filter((each) => each.fact === null);
  for (const { text, place, value } of rules) {
    const granted = (["sees", "writes", "combines"] as const).flatMap((member) =>
      value[member].map((category, index) => ({ category, at: [...place, member, index] })),
    );
    const shadowed = granted.flatMap((each) => {
      const by = shadowsOf(value, each.category, always, names);
      return by.length === 0 ? [] : [{ ...each, by }];
    });
    if (shadowed.length > 0 && shadowed.length === granted.length) {
      const by = [...new Set(shadowed.flatMap((each) => each.by))].sort();
      problems.add(text, place, `All that the rule grants is withheld by ${by.join(", ")}. It can never apply.`);
    } else
      for (const { category, at, by } of shadowed)
        problems.add(
          text,
          at,
          `${category} is withheld by ${by.join(", ")}, whatever the record. Take it out of the rule.`,
        );
  }
}

/** Ids of the prohibitions that withhold a category from every office and role of the rule; empty where one is left. */
function shadowsOf(
  rule: Rule,
  category: string,
  always: readonly Prohibition[],
  names: PolicyNames,
): readonly string[] {
  const roles = rule.who.roles.length > 0 ? rule.who.roles : [...names.roles.keys()];
  const shadows = [...offices.values()].flatMap((office) =>
    roles
      .filter((role) => fits(rule.who, office, role) && names.roles.get(role)?.includes(office.kind))
      .map((role) => prohibitionsOn(always, office, role, category)),
  );
  if (shadows.some((each) => each.length === 0)) return [];
  return [...new Set(shadows.flat().map((each) => each.id))].sort();
}
