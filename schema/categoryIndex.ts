import type { ConstDirectiveNode, DocumentNode, InputValueDefinitionNode } from "graphql";
import { Kind } from "graphql";

/** Schema coordinate (`Type.field`, `Type.field(argument:)`, `Input.field`, `Enum.VALUE`) → categories, each of which must be granted. */
export type CategoryIndex = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the `@data` categories of an SDL (a subgraph's or the supergraph's). Where several definitions of one coordinate
 * carry different categories, all of them count. Coordinates without a category have no entry.
 */
export function categoryIndex(sdl: DocumentNode): CategoryIndex {
  const index = new Map<string, readonly string[]>();
  const add = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    const categories = (directives ?? []).filter((directive) => directive.name.value === "data").flatMap(categoryOf);
    if (categories.length === 0) return;
    index.set(coordinate, [...new Set([...(index.get(coordinate) ?? []), ...categories])].sort());
  };
  for (const definition of sdl.definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        for (const field of definition.fields ?? []) {
          const coordinate = `${definition.name.value}.${field.name.value}`;
          add(coordinate, field.directives);
          for (const argument of field.arguments ?? []) addInput(`${coordinate}(${argument.name.value}:)`, argument);
        }
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        for (const field of definition.fields ?? []) addInput(`${definition.name.value}.${field.name.value}`, field);
        break;
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
        for (const value of definition.values ?? [])
          add(`${definition.name.value}.${value.name.value}`, value.directives);
        break;
    }
  }
  return index;

  function addInput(coordinate: string, input: InputValueDefinitionNode) {
    add(coordinate, input.directives);
  }
}

function categoryOf(directive: ConstDirectiveNode): string[] {
  return (directive.arguments ?? []).flatMap(({ name, value }) =>
    name.value === "category" && value.kind === Kind.STRING ? [value.value] : [],
  );
}
