import type { CompiledGate } from "./compileCatalogue.ts";
import { type KnownFacts, oldestOf } from "./knownFacts.ts";
import { type Outcome, unscored } from "./Outcome.ts";

/**
 * Judges the gates in their order.
 *
 * @returns null where all are open, or where the first that is not open cannot be judged: the data do not suffice then
 */
export function judgeGates(gates: readonly CompiledGate[], known: KnownFacts): Outcome | null {
  const judged: CompiledGate[] = [];
  for (const each of gates) {
    judged.push(each);
    const closed = each.closed(known);
    if (closed === null) return null;
    if (!closed) continue;
    const facts = judged.flatMap(({ reads }) => reads).flatMap((key) => known.get(key) ?? []);
    return {
      ...unscored,
      state: each.gate.state,
      band: each.gate.band,
      oldestFactOn: oldestOf(facts),
      closedBy: each.gate.id,
    };
  }
  return null;
}
