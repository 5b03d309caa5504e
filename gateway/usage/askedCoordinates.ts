import type { Operation } from "../Operation.ts";
import type { Selection } from "../selection.ts";

/** Kept by what is one object for an operation and a shape of its variables. */
const known = new WeakMap<Operation["inputs"], ReadonlySet<string>>();

/** Fields, arguments, input fields and enum values that an operation asks by, each once; nothing of introspection. */
export function askedCoordinates({ selections, inputs }: Operation): ReadonlySet<string> {
  const kept = known.get(inputs);
  if (kept !== undefined) return kept;
  const asked = new Set<string>([...inputs.values()].flat());
  const visit = (set: readonly Selection[]): void => {
    for (const selection of set) {
      if (selection.kind === "field" && !selection.node.name.value.startsWith("__")) asked.add(selection.coordinate);
      visit(selection.selections);
    }
  };
  visit(selections);
  known.set(inputs, asked);
  return asked;
}
