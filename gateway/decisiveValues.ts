import { Kind } from "graphql";
import type { Selection } from "./selection.ts";

const kept = new WeakMap<readonly Selection[], readonly string[]>();

/**
 * The values of the variables that @skip and @include of an operation ask, as text: which selections are in hangs on them and on no others.
 *
 * @param root selections of the whole operation
 */
export function decisiveValues(root: readonly Selection[], variables: Readonly<Record<string, unknown>>): string {
  const names = kept.get(root) ?? decisiveNames(root);
  kept.set(root, names);
  return names.map((name) => String(variables[name])).join();
}

function decisiveNames(root: readonly Selection[]): readonly string[] {
  const names = new Set<string>();
  const visit = (set: readonly Selection[]): void => {
    for (const selection of set) {
      const directives = selection.kind === "field" ? selection.node.directives : selection.directives;
      for (const { arguments: given } of directives ?? []) {
        for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      visit(selection.selections);
    }
  };
  visit(root);
  return [...names].sort();
}
