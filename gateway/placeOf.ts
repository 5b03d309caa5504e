import type { FieldSelection, Selection } from "./selection.ts";

/** Position of each part of a path: that of a response key among the selections beside it, that of an item in its list. */
export type Place = readonly number[];

/** Where in an operation a path of response keys and list positions leads; null: to no field of it. */
export function placeOf(selections: readonly Selection[], path: readonly (string | number)[]): Place | null {
  let below = selections;
  const place: number[] = [];
  for (const part of path) {
    if (typeof part === "number") {
      place.push(part);
      continue;
    }
    const beside = fieldsOf(below);
    const found = beside.filter(({ responseKey }) => responseKey === part);
    if (found[0] === undefined) return null;
    place.push(beside.indexOf(found[0]));
    below = found.flatMap((field) => field.selections);
  }
  return place;
}

function fieldsOf(set: readonly Selection[]): readonly FieldSelection[] {
  return set.flatMap((selection) => (selection.kind === "field" ? [selection] : fieldsOf(selection.selections)));
}
