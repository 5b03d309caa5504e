import type { FieldSelection, Selection } from "./selection.ts";

/** Whether a path of response keys and list positions leads to a field of the operation. */
export function isPathOf(selections: readonly Selection[], path: readonly (string | number)[]): boolean {
  let below = selections;
  for (const part of path.filter((each) => typeof each === "string")) {
    const found = fieldsOf(below).filter(({ responseKey }) => responseKey === part);
    if (found.length === 0) return false;
    below = found.flatMap((field) => field.selections);
  }
  return true;
}

function fieldsOf(set: readonly Selection[]): readonly FieldSelection[] {
  return set.flatMap((selection) => (selection.kind === "field" ? [selection] : fieldsOf(selection.selections)));
}
