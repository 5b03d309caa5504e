import {
  coerceInputValue,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { inputShape, usedInputs } from "../schema/inputs.ts";
import { askedCases } from "./askedCases.ts";
import { askedPersons } from "./askedPersons.ts";
import { GatewayError } from "./errors.ts";
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
  readonly selections: readonly Selection[];
  /** Variables, fitted to the contract's types, with the defaults of the document where one is missing. */
  readonly variables: Readonly<Record<string, unknown>>;
  /**
   * Arguments, input fields and enum values that each field uses, in the document or by a variable. Made once for an operation
   * and a shape of its variables: the same object then, and never that of another operation, so that decisions are kept by it.
   */
  readonly inputs: ReadonlyMap<FieldSelection, readonly string[]>;
  /** References of persons in arguments and variables, each once, whether there is such a person or not. */
  readonly askedPersons: readonly string[];
  /** References of cases in arguments and variables, each once, whether there is such a case or not. */
  readonly askedCases: readonly string[];
}

/** Choices of inputs kept for one operation; more are only made by ever new combinations. */
const keptInputsMax = 200;

/** What is read of an operation once, whatever its variables. */
interface KeptOperation {
  readonly selections: readonly Selection[];
  readonly hash: string;
  readonly variables: readonly { readonly name: string; readonly type: GraphQLInputType }[];
  /** Shape of the variables' values → inputs. */
  readonly inputs: Map<string, Operation["inputs"]>;
}

const keptOperations = new WeakMap<DocumentNode, Map<OperationDefinitionNode, KeptOperation>>();

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
  const byDefinition = keptOperations.get(document) ?? new Map<OperationDefinitionNode, KeptOperation>();
  keptOperations.set(document, byDefinition);
  const kept = byDefinition.get(definition) ?? readOnce(document, definition, schema, supergraph);
  byDefinition.set(definition, kept);
  const complete = coerced(definition, variables, schema);
  return {
    definition,
    name: definition.name?.value ?? null,
    hash: kept.hash,
    schema,
    selections: kept.selections,
    variables: complete,
    inputs: keptInputs(kept, schema, complete),
    askedPersons: askedPersons(kept.selections, complete),
    askedCases: askedCases(kept.selections, complete),
  };
}

function readOnce(
  document: DocumentNode,
  definition: OperationDefinitionNode,
  schema: GraphQLSchema,
  supergraph: Supergraph,
): KeptOperation {
  return {
    selections: readSelections(definition, fragmentsOf(document), schema, supergraph),
    hash: operationHash(document, definition),
    variables: (definition.variableDefinitions ?? []).flatMap(({ variable, type }) => {
      const known = typeFromAST(schema, type as NamedTypeNode);
      return isInputType(known) ? [{ name: variable.name.value, type: known }] : [];
    }),
    inputs: new Map(),
  };
}

/** Inputs depend on the variables' shape alone, so that an operation with other names and numbers in it finds those of the last. */
function keptInputs(
  { selections, variables: defined, inputs }: KeptOperation,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): Operation["inputs"] {
  const given = (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined);
  const shape = defined.map(({ name, type }) => inputShape(given(name), type)).join();
  const known = inputs.get(shape);
  if (known !== undefined) return known;
  const used = inputsOf(selections, schema, variables);
  if (inputs.size >= keptInputsMax) inputs.clear();
  inputs.set(shape, used);
  return used;
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
    throw new GatewayError("MALFORMED_REQUEST", unfitVariable(result.errors, variables, schema));
  }
  return result.coerced;
}

/** Names the variable as the client does, and the field in it; its type and what else would fit stay the contract's own business. */
function unfitVariable(
  [first]: readonly GraphQLError[],
  variables: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): string {
  const [node] = first?.nodes ?? [];
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return "A variable is missing, or its value does not fit its type.";
  const name = node.variable.name.value;
  const field = unfitField(variables[name], typeFromAST(schema, node.type as NamedTypeNode));
  return field === null
    ? `The variable $${name} is missing, or its value does not fit its type.`
    : `The variable $${name} does not fit its type at ${name}.${field}.`;
}

/** The first field that does not fit, by names and places of the contract alone; null where it is the variable itself. */
function unfitField(value: unknown, type: unknown): string | null {
  if (!isInputType(type)) return null;
  const found: string[] = [];
  coerceInputValue(value, type, (path) => void found.push(path.join(".")));
  return found[0] || null;
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
