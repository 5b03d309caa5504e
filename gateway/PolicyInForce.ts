import { Contracts } from "./Contracts.ts";
import type { House } from "./House.ts";
import type { Policy } from "./policy/Policy.ts";
import { PolicyError } from "./policy/PolicyError.ts";
import type { Supergraph } from "./Supergraph.ts";

/** A policy and the contracts that are cut by it: always replaced together. */
export type Standing = Pick<House, "policy" | "contracts">;

/** What is told of the policy to whoever asks whether the gateway is ready. */
export interface PolicyState {
  /** Version in force. */
  readonly version: string;
  /** The latest attempt to replace it, where that failed: when, and how many problems the log names. */
  readonly refused: { readonly at: string; readonly problems: number } | null;
}

/** The policy in force. One that does not load never replaces it. */
export class PolicyInForce {
  readonly #load: () => Policy;
  readonly #supergraph: Supergraph;
  readonly #report: House["report"];
  #standing: Standing;
  #refused: PolicyState["refused"] = null;

  /** @throws PolicyError where the first policy does not load */
  constructor(load: () => Policy, supergraph: Supergraph, report: House["report"]) {
    this.#load = load;
    this.#supergraph = supergraph;
    this.#report = report;
    this.#standing = this.#stand(load());
  }

  /** For a request that begins now; it keeps what it began with. */
  get standing(): Standing {
    return this.#standing;
  }

  get state(): PolicyState {
    return { version: this.#standing.policy.version, refused: this.#refused };
  }

  /** Loads the policy anew, and tells the operator what became of it. Never throws. */
  reload(): void {
    const { version } = this.#standing.policy;
    try {
      const policy = this.#load();
      if (policy.version !== version) this.#standing = this.#stand(policy);
      this.#refused = null;
      this.#report("policy", { version: policy.version, before: version });
    } catch (error) {
      const problems = error instanceof PolicyError ? error.problems : ["The policy could not be read."];
      this.#refused = { at: new Date().toISOString(), problems: problems.length };
      this.#report("policy refused", { version, problems });
    }
  }

  #stand(policy: Policy): Standing {
    return { policy, contracts: new Contracts(this.#supergraph, policy) };
  }
}
