import type { FieldSelection, Operation } from "@apollo/federation-internals";
import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import type { Introspect } from "./compileOperation.ts";

/** Answers root fields that ask for the schema, from the schema alone. */
export function introspection(schema: GraphQLSchema, operation: Operation): Introspect {
  return (field, variableValues) => {
    const node = (field as FieldSelection).expandFragments().toSelectionNode() as FieldNode;
    const { data } = executeSync({ schema, document: documentOf(node, operation), rootValue: {}, variableValues });
    const key = node.alias?.value ?? node.name.value;
    return data !== null && data !== undefined && Object.hasOwn(data, key) ? data[key] : null;
  };
}

function documentOf(field: FieldNode, operation: Operation): DocumentNode {
  const used = new Set<string>();
  visit(field, { Variable: ({ name }) => void used.add(name.value) });
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: definitionsOf(operation).filter(({ variable }) => used.has(variable.name.value)),
        selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
      },
    ],
  };
}

function definitionsOf({ variableDefinitions }: Operation): readonly VariableDefinitionNode[] {
  return (variableDefinitions.toVariableDefinitionNodes() ?? []) as readonly VariableDefinitionNode[];
}
