import type { Decision } from "./decide.ts";
import { Judge } from "./judge.ts";
import { factsKey, responseKeyOf } from "./narrow.ts";
import type { Operation } from "./Operation.ts";
import type { Admits } from "./plans/Ask.ts";
import { eachElement } from "./plans/entitiesAt.ts";
import type { Supergraph } from "./Supergraph.ts";
import type { FieldSelection, Selection } from "./selection.ts";

/**
 * Looks at a record before its key goes out to the next subgraph: one that the field leading to it may not show is not named there. Where
 * the facts of a record are not known yet, the second look on the whole answer judges it.
 */
export function keyGuard({ selections }: Operation, decision: Decision, supergraph: Supergraph): Admits {
  const judge = new Judge(decision);
  const known = new Map<readonly string[], readonly FieldSelection[]>();
  return (path, entity) => {
    const facts = Object.hasOwn(entity, factsKey) ? entity[factsKey] : undefined;
    if (facts === undefined) return true;
    const fields = known.get(path) ?? fieldsAt(selections, clientKeys(path));
    known.set(path, fields);
    const judged = fields.filter(({ objectType }) => supergraph.carriers.get(objectType ?? "")?.namesSubject);
    if (judged.length === 0) return true;
    if (!Array.isArray(facts) || !facts.every((name) => typeof name === "string")) return false;
    const sorted = judge.sorted(facts);
    return judged.some((field) => judge.permits(field, sorted));
  };
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
