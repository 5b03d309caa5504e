import { fits } from "./fits.ts";
import type { Policy, PolicyOffice } from "./Policy.ts";
import { prohibitionsOn } from "./prohibitionsOn.ts";

/** Categories that a contract is cut from. */
export interface ContractCategories {
  readonly sees: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
}

/**
 * Categories that an office and role can be granted for one of these purposes, on some date and some record. Dates are
 * left out of account, so that a contract does not change overnight; a rule that has ended withholds, it does not hide.
 *
 * @param purposes those that may be stated: of a token, or all that the policy has
 */
export function contractCategories(
  policy: Policy,
  office: PolicyOffice,
  role: string,
  purposes: Iterable<string>,
): ContractCategories {
  const statable = new Set(purposes);
  const rules = policy.rules.filter(
    (rule) => fits(rule.who, office, role) && rule.purposes.some((purpose) => statable.has(purpose)),
  );
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
