import { GatewayError } from "./errors.ts";
import { contractCategories } from "./policy/contractCategories.ts";
import { fits } from "./policy/fits.ts";
import type { Policy, PolicyOffice } from "./policy/Policy.ts";
import type { Requester } from "./Requester.ts";

/** Whose contract a request is read under. */
export interface AskedContract {
  readonly role: string;
  readonly purposes: readonly string[];
}

/** Category of what is told of the contracts themselves. */
const contractsThemselves = "INTERFACE";

/**
 * The requester's own contract. Who builds a front-end may name another role of the same office (`extensions.contract.role`), to read the
 * contract of that role; whatever is selected of it is decided for the requester all the same, whom no rule grants it.
 *
 * @throws GatewayError PURPOSE_NOT_PERMITTED where no rule lets the requester read other contracts, or the office has no such role
 */
export function askedContract(
  body: unknown,
  { role: own, purposes }: Pick<Requester, "role" | "purposes">,
  office: PolicyOffice,
  policy: Policy,
): AskedContract {
  const role = roleIn(body) ?? own;
  if (role === own) return { role: own, purposes };
  const mayRead = contractCategories(policy, office, own, purposes).sees.has(contractsThemselves);
  if (!mayRead || policy.roles.get(role)?.kinds.includes(office.kind) !== true)
    throw new GatewayError("PURPOSE_NOT_PERMITTED", "This contract is not told to you.");
  const rules = policy.rules.filter((rule) => fits(rule.who, office, role));
  return { role, purposes: [...new Set(rules.flatMap((rule) => rule.purposes))].sort() };
}

function roleIn(body: unknown): string | null {
  const { extensions } = (body ?? {}) as { readonly extensions?: { readonly contract?: { readonly role?: unknown } } };
  const role = extensions?.contract?.role;
  return typeof role === "string" ? role : null;
}
