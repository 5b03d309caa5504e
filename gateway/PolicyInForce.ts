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

/** How a policy comes into force. */
export interface PolicySource {
  readonly supergraph: Supergraph;
  /** @throws PolicyError where it does not load */
  load(): Policy;
  /** Puts it on record. Where this rejects, the policy does not come into force. */
  publish(policy: Policy): Promise<void>;
  readonly report: House["report"];
}

/** The policy in force. One that does not load, or cannot be put on record, never replaces it. */
export class PolicyInForce {
  readonly #source: PolicySource;
  #standing: Standing;
  #refused: PolicyState["refused"] = null;
  #reloading: Promise<void> = Promise.resolve();

  private constructor(source: PolicySource, standing: Standing) {
    this.#source = source;
    this.#standing = standing;
  }

  /** @throws PolicyError where the first policy does not load, or what `publish` rejects with */
  static async open(source: PolicySource): Promise<PolicyInForce> {
    const policy = source.load();
    await source.publish(policy);
    return new PolicyInForce(source, stand(policy, source.supergraph));
  }

  /** For a request that begins now; it keeps what it began with. */
  get standing(): Standing {
    return this.#standing;
  }

  get state(): PolicyState {
    return { version: this.#standing.policy.version, refused: this.#refused };
  }

  /** Loads the policy anew, one attempt after another, and tells the operator what became of it. Never rejects. */
  reload(): Promise<void> {
    this.#reloading = this.#reloading.then(() => this.#take());
    return this.#reloading;
  }

  async #take(): Promise<void> {
    const { load, publish, supergraph, report } = this.#source;
    const { version } = this.#standing.policy;
    try {
      const policy = load();
      if (policy.version !== version) {
        await publish(policy);
        this.#standing = stand(policy, supergraph);
      }
      this.#refused = null;
      report("policy", { version: policy.version, before: version });
    } catch (error) {
      const problems = error instanceof PolicyError ? error.problems : ["The policy could not be put on record."];
      this.#refused = { at: new Date().toISOString(), problems: problems.length };
      report("policy refused", { version, problems, ...(error instanceof PolicyError ? {} : { error }) });
    }
  }
}

function stand(policy: Policy, supergraph: Supergraph): Standing {
  return { policy, contracts: new Contracts(supergraph, policy) };
}
