import { type ConstDirectiveNode, type DocumentNode, Kind } from "graphql";
import { typeDefinitions } from "./typeDefinitions.ts";

/** Schema coordinate (`Type.field`, `Type.field(argument:)`, `Input.field`, `Enum.VALUE`) → categories, each of which must be granted. */
export type CategoryIndex = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the `@data` categories of an SDL (a subgraph's or the supergraph's). Where several definitions of one coordinate
 * carry different categories, all of them count. Coordinates without a category have no entry.
 */
export function categoryIndex(...sdls: readonly DocumentNode[]): CategoryIndex {
  const index = new Map<string, readonly string[]>();
  const add = (coordinate: string, { directives }: { readonly directives?: readonly ConstDirectiveNode[] }) => {
    const categories = (directives ?? []).filter((directive) => directive.name.value === "data").flatMap(categoryOf);
    if (categories.length === 0) return;
    index.set(coordinate, [...new Set([...(index.get(coordinate) ?? []), ...categories])].sort());
  };
  for (const { composites, inputs, enums } of sdls.map(typeDefinitions)) {
    for (const { name, fields } of composites)
      for (const field of fields ?? []) {
        const coordinate = `${name.value}.${field.name.value}`;
        add(coordinate, field);
        for (const argument of field.arguments ?? []) add(`${coordinate}(${argument.name.value}:)`, argument);
      }
    for (const { name, fields } of inputs)
      for (const field of fields ?? []) add(`${name.value}.${field.name.value}`, field);
    for (const { name, values } of enums)
      for (const value of values ?? []) add(`${name.value}.${value.name.value}`, value);
  }
  return index;
}

function categoryOf(directive: ConstDirectiveNode): string[] {
  return (directive.arguments ?? []).flatMap(({ name, value }) =>
    name.value === "category" && value.kind === Kind.STRING ? [value.value] : [],
  );
}
