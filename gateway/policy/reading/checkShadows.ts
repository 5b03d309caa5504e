import { offices } from "../../../schema/offices.ts";
import { fits } from "../fits.ts";
import type { Prohibition, Rule } from "../Policy.ts";
import { prohibitionsOn } from "../prohibitionsOn.ts";
import type { PolicyProblems } from "./PolicyProblems.ts";
import type { PolicyNames } from "./policyNames.ts";
import type { Entry } from "./readEntries.ts";

/** Reports rules that promise only what a prohibition withholds from all of their offices, whatever the record. */
export function checkShadows(
  rules: readonly Entry<Rule>[],
  prohibitions: readonly Prohibition[],
  names: PolicyNames,
  problems: PolicyProblems,
): void {
  const always = prohibitions.filter((each) => each.fact === null);
  for (const { text, place, value } of rules) {
    const shadows = shadowsOf(value, always, names);
    if (shadows !== null)
      problems.add(text, place, `All that the rule grants is withheld by ${shadows.join(", ")}. It can never apply.`);
  }
}

/** Ids of the prohibitions that together leave nothing of the rule; null where something is left. */
function shadowsOf(rule: Rule, always: readonly Prohibition[], names: PolicyNames): readonly string[] | null {
  const roles = rule.who.roles.length > 0 ? rule.who.roles : [...names.roles.keys()];
  const categories = [...rule.sees, ...rule.writes, ...rule.combines];
  const shadows = [...offices.values()].flatMap((office) =>
    roles
      .filter((role) => fits(rule.who, office, role))
      .flatMap((role) => categories.map((category) => prohibitionsOn(always, office, role, category))),
  );
  if (shadows.length === 0 || shadows.some((each) => each.length === 0)) return null;
  return [...new Set(shadows.flat().map((each) => each.id))].sort();
}
