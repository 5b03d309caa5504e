import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import type { JsonObject } from "./Ask.ts";
import { mergeInto } from "./mergeInto.ts";
import type { SubtypeNames } from "./SubtypeNames.ts";

/** Takes out of an object what a subgraph needs to find it; null where something of it is missing. */
export type Represent = (source: unknown) => JsonObject | null;

/** Compiles the `requires` of a step: keys, and fields that other fields are derived from. */
export function compileRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  subtypes: SubtypeNames,
): Represent {
  const parts = selections.flatMap((selection) => compilePart(selection, subtypes));
  return (source) => {
    if (source === null || typeof source !== "object") return null;
    const result: JsonObject = {};
    for (const take of parts) if (!take(source as JsonObject, result)) return null;
    return result;
  };
}

/** Takes one part; false where it is missing. */
type Take = (source: JsonObject, result: JsonObject) => boolean;

function compilePart(selection: QueryPlanSelectionNode, subtypes: SubtypeNames): Take[] {
  if (selection.kind === "InlineFragment") {
    if (selection.typeCondition === undefined) return [];
    const names = subtypes.of(selection.typeCondition);
    const represent = compileRepresentation(selection.selections, subtypes);
    return [
      (source, result) => {
        if (!names.has(source.__typename as string)) return true;
        const below = represent(source);
        if (below !== null) mergeInto(result, below);
        return true;
      },
    ];
  }
  const key = selection.alias ?? selection.name;
  const { selections } = selection;
  const below = selections === undefined ? null : compileRepresentation(selections, subtypes);
  const represent = (value: unknown): unknown => {
    if (below === null || value === null) return value;
    return Array.isArray(value) ? value.map(represent) : below(value);
  };
  return [
    (source, result) => {
      if (!Object.hasOwn(source, key) || source[key] === undefined) return false;
      result[key] = represent(source[key]);
      return true;
    },
  ];
}
