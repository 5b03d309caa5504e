import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { askedPersons } from "./askedPersons.ts";
import { GatewayError } from "./errors.ts";
import { usedInputs } from "./inputs.ts";
import { operationHash } from "./operationHash.ts";
import type { Supergraph } from "./Supergraph.ts";
import { type FieldSelection, readSelections, type Selection } from "./selection.ts";

/** An operation that the requester's contract has validated. */
export interface Operation {
  readonly definition: OperationDefinitionNode;
  readonly name: string | null;
  /** SHA-256 of the operation's text without the values in it, hexadecimal. */
  readonly hash: string;
  readonly schema: GraphQLSchema;
  /** Made once for a document: the same text gives the same object, so that decisions can be kept by it. */
  readonly selections: readonly Selection[];
  /** Variables, fitted to the contract's types, with the defaults of the document where one is missing. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Arguments, input fields and enum values that each field uses, in the document or by a variable. */
  readonly inputs: ReadonlyMap<FieldSelection, readonly string[]>;
  /** References of persons in arguments and variables, each once, whether there is such a person or not. */
  readonly askedPersons: readonly string[];
}

const keptSelections = new WeakMap<DocumentNode, Map<OperationDefinitionNode, readonly Selection[]>>();

/**
 * Reads a validated operation.
 *
 * @throws GatewayError LIMIT_EXCEEDED where fragments, resolved, make too many selections, MALFORMED_REQUEST where a variable
 *   does not fit
 */
export function readOperation(
  document: DocumentNode,
  definition: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
  supergraph: Supergraph,
): Operation {
  const kept = keptSelections.get(document) ?? new Map<OperationDefinitionNode, readonly Selection[]>();
  keptSelections.set(document, kept);
  const selections = kept.get(definition) ?? readSelections(definition, fragmentsOf(document), schema, supergraph);
  kept.set(definition, selections);
  const complete = coerced(definition, variables, schema);
  return {
    definition,
    name: definition.name?.value ?? null,
    hash: operationHash(document, definition),
    schema,
    selections,
    variables: complete,
    inputs: inputsOf(selections, schema, complete),
    askedPersons: askedPersons(selections, complete),
  };
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
}

/** Variables by the contract's own input types: what the contract does not have cannot come in by a variable either. */
function coerced(
  definition: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): Readonly<Record<string, unknown>> {
  const result = getVariableValues(schema, definition.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (result.errors !== undefined) {
    throw new GatewayError("MALFORMED_REQUEST", "A variable is missing, or its value does not fit its type.");
  }
  return result.coerced;
}

function inputsOf(
  selections: readonly Selection[],
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): ReadonlyMap<FieldSelection, readonly string[]> {
  const inputs = new Map<FieldSelection, readonly string[]>();
  const visit = (set: readonly Selection[]): void => {
    for (const selection of set) {
      if (selection.kind === "field") {
        const used = usedInputs(selection.node, selection.parentType, schema, variables);
        if (used.length > 0) inputs.set(selection, used);
      }
      visit(selection.selections);
    }
  };
  visit(selections);
  return inputs;
}
