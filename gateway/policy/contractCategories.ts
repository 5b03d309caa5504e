import { fits } from "./fits.ts";
import type { Policy, PolicyOffice } from "./Policy.ts";
import { prohibitionsOn } from "./prohibitionsOn.ts";

/**
 * Categories that an office and role can be granted for some purpose, on some date and some record: its contract. Dates are
 * left out of account, so that a contract does not change overnight; a rule that has ended withholds, it does not hide.
 */
export function contractCategories(
  policy: Policy,
  office: PolicyOffice,
  role: string,
): { readonly sees: ReadonlySet<string>; readonly writes: ReadonlySet<string> } {
  const rules = policy.rules.filter((rule) => fits(rule.who, office, role));
  const possible = (categories: readonly string[]) =>
    new Set(
      categories.filter((category) =>
        prohibitionsOn(policy.prohibitions, office, role, category).every(({ fact }) => fact !== null),
      ),
    );
  return {
    sees: possible(rules.flatMap((rule) => rule.sees)),
    writes: possible(rules.flatMap((rule) => rule.writes)),
  };
}
