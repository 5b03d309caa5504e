import type { DocumentNode, Location, StringValueNode } from "graphql";
import { type InputValueDefinitionNode, Kind } from "graphql";

interface Described {
  readonly description?: StringValueNode | undefined;
  readonly loc?: Location | undefined;
}

/**
 * Checks that every type, field, argument, input field, enum value and directive is described. What several subgraphs define,
 * one of them describes.
 *
 * @returns one sentence a fault, each beginning with file, line and schema coordinate of a definition without description
 */
export function checkDescriptions(subgraphs: readonly DocumentNode[]): readonly string[] {
  const definitions = new Map<string, Described[]>();
  for (const { definitions: all } of subgraphs) {
    for (const definition of all) {
      switch (definition.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION:
        case Kind.INPUT_OBJECT_TYPE_DEFINITION:
          add(definition.name.value, definition);
          for (const field of definition.fields ?? []) {
            const coordinate = `${definition.name.value}.${field.name.value}`;
            add(coordinate, field);
            if (field.kind === Kind.FIELD_DEFINITION) addArguments(coordinate, field.arguments);
          }
          break;
        case Kind.ENUM_TYPE_DEFINITION:
          add(definition.name.value, definition);
          for (const value of definition.values ?? []) add(`${definition.name.value}.${value.name.value}`, value);
          break;
        case Kind.SCALAR_TYPE_DEFINITION:
        case Kind.UNION_TYPE_DEFINITION:
          add(definition.name.value, definition);
          break;
        case Kind.DIRECTIVE_DEFINITION:
          add(`@${definition.name.value}`, definition);
          addArguments(`@${definition.name.value}`, definition.arguments);
          break;
      }
    }
  }
  return [...definitions].flatMap(([coordinate, nodes]) =>
    nodes.some(isDescribed)
      ? []
      : [`${place(nodes[0]?.loc)}: ${coordinate} has no description. Say above it what it is.`],
  );

  function add(coordinate: string, node: Described) {
    const nodes = definitions.get(coordinate) ?? [];
    nodes.push(node);
    definitions.set(coordinate, nodes);
  }

  function addArguments(coordinate: string, inputs: readonly InputValueDefinitionNode[] = []) {
    for (const input of inputs) add(`${coordinate}(${input.name.value}:)`, input);
  }
}

function isDescribed({ description }: Described): boolean {
  return (description?.value.trim() ?? "") !== "";
}

function place(loc: Location | undefined): string {
  return loc === undefined ? "SDL" : `${loc.source.name}:${loc.startToken.line}`;
}
