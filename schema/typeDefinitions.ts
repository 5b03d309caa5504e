import {
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from "graphql";

/** Types of an SDL by kind. */
export interface TypeDefinitions {
  /** Object and interface types. */
  readonly composites: readonly (ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode)[];
  readonly inputs: readonly InputObjectTypeDefinitionNode[];
  readonly enums: readonly EnumTypeDefinitionNode[];
}

/**
 * The types that an SDL defines or extends. `extend type` counts like `type`: what is checked of the one must not be got
 * around by writing the other.
 */
export function typeDefinitions(sdl: DocumentNode): TypeDefinitions {
  const composites: (ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode)[] = [];
  const inputs: InputObjectTypeDefinitionNode[] = [];
  const enums: EnumTypeDefinitionNode[] = [];
  for (const definition of sdl.definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        composites.push(definition);
        break;
      case Kind.OBJECT_TYPE_EXTENSION:
        composites.push({ ...definition, kind: Kind.OBJECT_TYPE_DEFINITION });
        break;
      case Kind.INTERFACE_TYPE_EXTENSION:
        composites.push({ ...definition, kind: Kind.INTERFACE_TYPE_DEFINITION });
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        inputs.push(definition);
        break;
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        inputs.push({ ...definition, kind: Kind.INPUT_OBJECT_TYPE_DEFINITION });
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        enums.push(definition);
        break;
      case Kind.ENUM_TYPE_EXTENSION:
        enums.push({ ...definition, kind: Kind.ENUM_TYPE_DEFINITION });
        break;
    }
  }
  return { composites, inputs, enums };
}
