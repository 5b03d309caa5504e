import { InMemoryLRUCache } from "@apollo/utils.keyvaluecache";
import type { DocumentNode } from "graphql";
import { type Contract, type Documents, openContract } from "./Contract.ts";
import { contractSchema } from "./contractSchema.ts";
import type { ContractNotes } from "./contracts/ContractNotes.ts";
import { type NotedContract, noteContract } from "./contracts/noteContract.ts";
import { GatewayError } from "./errors.ts";
import { KnownOperations } from "./KnownOperations.ts";
import { type ContractCategories, contractCategories } from "./policy/contractCategories.ts";
import type { Policy, PolicyOffice } from "./policy/Policy.ts";
import type { Supergraph } from "./Supergraph.ts";

/** Contracts kept open at once, and requesters whose contract is known. The oldest go first. */
const contractsMax = 100;
const requestersMax = 2_000;

/** Documents kept for all contracts together. Bounded by number: Apollo's own bound, 30 MiB of JSON a contract, is a multiple of that on the heap. */
const documentsMax = 1_000;

/**
 * The contracts of one policy, each opened when it is first asked for. Requesters who can be granted the same categories
 * share one, whatever their office, role and purposes.
 */
export class Contracts {
  readonly #supergraph: Supergraph;
  readonly #policy: Policy;
  readonly #open = new Map<string, Promise<Contract>>();
  readonly #known = new Map<string, Promise<Contract>>();
  readonly #documents: Documents = new InMemoryLRUCache<DocumentNode>({
    maxSize: documentsMax,
    sizeCalculation: () => 1,
  });

  readonly #operations = new KnownOperations();

  constructor(supergraph: Supergraph, policy: Policy) {
    this.#supergraph = supergraph;
    this.#policy = policy;
  }

  /**
   * Contract of an office and role, for the purposes that its holder may state: what none of them can ever grant is not
   * in it, even where the office has further purposes.
   *
   * @throws GatewayError PURPOSE_NOT_PERMITTED for whom no rule grants anything: then there is no contract
   */
  of(office: PolicyOffice, role: string, purposes: readonly string[]): Promise<Contract> {
    const requester = JSON.stringify([office.id, role, purposes]);
    const known = this.#known.get(requester);
    if (known !== undefined) return known;
    const granted = contractCategories(this.#policy, office, role, purposes);
    if (granted.sees.size === 0)
      throw new GatewayError(
        "PURPOSE_NOT_PERMITTED",
        "No rule grants your office anything for a purpose of your token.",
      );
    return keep(this.#known, requester, requestersMax, () =>
      keep(this.#open, keyOf(granted), contractsMax, () => this.#openContract(granted)),
    );
  }

  /** What there is to say of a contract beyond its schema, to those for whom it was cut. */
  notesOf(contract: NotedContract): ContractNotes {
    return noteContract(this.#policy, this.#supergraph.categories, contract);
  }

  #openContract(granted: ContractCategories): Promise<Contract> {
    const schema = contractSchema(this.#supergraph, granted);
    return openContract(schema, this.#supergraph, this.#documents, this.#operations);
  }
}

function keyOf({ sees, writes }: ContractCategories): string {
  return JSON.stringify([[...sees].sort(), [...writes].sort()]);
}

function keep<T>(kept: Map<string, T>, key: string, max: number, make: () => T): T {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= max) kept.delete(oldest);
  const made = make();
  kept.set(key, made);
  return made;
}
