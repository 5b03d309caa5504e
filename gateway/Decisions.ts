import { type Decision, decide } from "./decide.ts";
import { type NarrowedOperation, narrow } from "./narrow.ts";
import type { Operation } from "./Operation.ts";
import type { OfficeAbility } from "./policy/ability.ts";
import type { Supergraph } from "./Supergraph.ts";

/** A decision and the smaller document it leads to; `narrowed` null: nothing is left to ask. */
export interface KeptDecision {
  readonly decision: Decision;
  readonly narrowed: NarrowedOperation | null;
}

/**
 * Works out decisions once and keeps them: what was decided before costs two lookups. The keys hold everything that a decision
 * depends on: the operation, its contract and the inputs in use (`inputs`), and the ability (policy version, office, role, purpose
 * and date). Both are objects that are made once and let go with what they were made for.
 */
export class Decisions {
  readonly #supergraph: Supergraph;
  readonly #kept = new WeakMap<Operation["inputs"], WeakMap<OfficeAbility, KeptDecision>>();
  /** Decisions that were worked out. */
  made = 0;

  constructor(supergraph: Supergraph) {
    this.#supergraph = supergraph;
  }

  of(operation: Operation, ability: OfficeAbility): KeptDecision {
    const byAbility = this.#kept.get(operation.inputs) ?? new WeakMap<OfficeAbility, KeptDecision>();
    this.#kept.set(operation.inputs, byAbility);
    const kept = byAbility.get(ability);
    if (kept !== undefined) return kept;
    this.made += 1;
    const decision = decide(operation, ability, this.#supergraph);
    const made = { decision, narrowed: narrow(operation, decision, this.#supergraph) };
    byAbility.set(ability, made);
    return made;
  }
}
