import type { Decision } from "./decide.ts";
import { Judge } from "./judge.ts";
import { factsKey, responseKeyOf } from "./narrow.ts";
import type { Operation } from "./Operation.ts";
import type { Admits } from "./plans/Ask.ts";
import { eachElement } from "./plans/entitiesAt.ts";
import type { Supergraph } from "./Supergraph.ts";
import type { FieldSelection, Selection } from "./selection.ts";

/** Decision → path of a step → fields that lead to records there, of which each is judged. Let go with the decision. */
const kept = new WeakMap<Decision, WeakMap<readonly string[], readonly FieldSelection[]>>();

/**
 * Looks at a record before its key goes out to the next subgraph: one that the field leading to it may not show is not named there. Where
 * the facts of a record are not known yet, the second look on the whole answer judges it.
 */
export function keyGuard({ selections }: Operation, decision: Decision, supergraph: Supergraph): Admits {
  const judge = Judge.of(decision);
  const known = kept.get(decision) ?? new WeakMap<readonly string[], readonly FieldSelection[]>();
  kept.set(decision, known);
  return (path, entity) => {
    const facts = Object.hasOwn(entity, factsKey) ? entity[factsKey] : undefined;
    if (facts === undefined) return true;
    const judged = known.get(path) ?? judgedAt(path);
    known.set(path, judged);
    if (judged.length === 0) return true;
    if (!Array.isArray(facts) || !facts.every((name) => typeof name === "string")) return false;
    const sorted = judge.sorted(facts);
    return judged.some((field) => judge.permits(field, sorted));
  };

  function judgedAt(path: readonly string[]): readonly FieldSelection[] {
    const fields = fieldsAt(selections, clientKeys(path));
    return fields.filter(({ objectType }) => supergraph.carriers.get(objectType ?? "")?.namesSubject);
  }
}

/** Response keys of the client; null for a key that the planner or the gateway chose. */
function clientKeys(path: readonly string[]): readonly (string | null)[] {
  return path
    .filter((part) => part !== eachElement)
    .map((part) => {
      const key = responseKeyOf(part);
      return key === part ? null : key;
    });
}

function fieldsAt(selections: readonly Selection[], keys: readonly (string | null)[]): readonly FieldSelection[] {
  const [key, ...rest] = keys;
  return selections.flatMap((selection): readonly FieldSelection[] => {
    if (selection.kind === "fragment") return fieldsAt(selection.selections, keys);
    if (selection.responseKey !== key) return [];
    return rest.length === 0 ? [selection] : fieldsAt(selection.selections, rest);
  });
}
