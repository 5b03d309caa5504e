import { type Decision, decide } from "./decide.ts";
import { type NarrowedOperation, narrow } from "./narrow.ts";
import type { Operation } from "./Operation.ts";
import type { OfficeAbility } from "./policy/ability.ts";
import type { Supergraph } from "./Supergraph.ts";
import type { Selection } from "./selection.ts";

/** A decision and the smaller document it leads to; `narrowed` null: nothing is left to ask. */
export interface KeptDecision {
  readonly decision: Decision;
  readonly narrowed: NarrowedOperation | null;
}

/** Decisions kept for one document; more are only made by an ever new choice of inputs. */
const keptDecisionsMax = 200;

/**
 * Works out decisions once and keeps them. The key holds everything that a decision depends on: the document and its
 * contract (`selections`), the ability (policy version, office, role, purpose and date), and the inputs that are used.
 */
export class Decisions {
  readonly #supergraph: Supergraph;
  readonly #kept = new WeakMap<readonly Selection[], WeakMap<OfficeAbility, Map<string, KeptDecision>>>();

  constructor(supergraph: Supergraph) {
    this.#supergraph = supergraph;
  }

  of(operation: Operation, ability: OfficeAbility): KeptDecision {
    const byAbility = this.#kept.get(operation.selections) ?? new WeakMap<OfficeAbility, Map<string, KeptDecision>>();
    this.#kept.set(operation.selections, byAbility);
    const byInputs = byAbility.get(ability) ?? new Map<string, KeptDecision>();
    byAbility.set(ability, byInputs);
    const key = JSON.stringify(
      [...operation.inputs].map(([field, used]) => [field.coordinate, field.responseKey, used]),
    );
    const kept = byInputs.get(key);
    if (kept !== undefined) return kept;
    const decision = decide(operation, ability, this.#supergraph);
    const made = { decision, narrowed: narrow(operation, decision, this.#supergraph) };
    if (byInputs.size >= keptDecisionsMax) byInputs.clear();
    byInputs.set(key, made);
    return made;
  }
}
