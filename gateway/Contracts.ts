import { createHash } from "node:crypto";
import { type Contract, openContract } from "./Contract.ts";
import { contractSchema } from "./contractSchema.ts";
import { GatewayError } from "./errors.ts";
import { contractCategories } from "./policy/contractCategories.ts";
import type { Policy, PolicyOffice } from "./policy/Policy.ts";
import type { Supergraph } from "./Supergraph.ts";

/** The contracts of all offices, each opened when it is first asked for. Offices with the same rights share one. */
export class Contracts {
  readonly #supergraph: Supergraph;
  readonly #policy: Policy;
  readonly #open = new Map<string, Promise<Contract>>();

  constructor(supergraph: Supergraph, policy: Policy) {
    this.#supergraph = supergraph;
    this.#policy = policy;
  }

  /**
   * Contract of an office and role, for all purposes that the policy has for them.
   *
   * @throws GatewayError PURPOSE_NOT_PERMITTED for an office that no rule grants anything: it has no contract
   */
  of(office: PolicyOffice, role: string): Promise<Contract> {
    const granted = contractCategories(this.#policy, office, role);
    if (granted.sees.size === 0)
      throw new GatewayError("PURPOSE_NOT_PERMITTED", "No rule grants your office anything.");
    const key = createHash("sha256")
      .update(JSON.stringify([[...granted.sees].sort(), [...granted.writes].sort()]))
      .digest("hex");
    const known = this.#open.get(key);
    if (known !== undefined) return known;
    const opened = openContract(contractSchema(this.#supergraph, granted), this.#supergraph);
    this.#open.set(key, opened);
    return opened;
  }
}
