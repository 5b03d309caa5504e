import {
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from "graphql";
import { GatewayError } from "./errors.ts";
import { fieldCoordinates } from "./fieldCoordinates.ts";
import { holdLimit } from "./holdLimit.ts";
import type { Supergraph } from "./Supergraph.ts";

/** Introspection has no place in the types of a schema; below its fields it is counted like everything else. */
function introspected(name: string) {
  return [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
}

/** A field as the client selected it, fragments resolved, with everything that a decision needs to know of it. */
export interface FieldSelection {
  readonly kind: "field";
  readonly node: FieldNode;
  readonly responseKey: string;
  /** Type on which it was selected. */
  readonly parentType: string;
  /** `Type.field`. */
  readonly coordinate: string;
  /** Categories that must be granted, with `INHERIT` resolved; empty for `__typename` and introspection. */
  readonly categories: readonly string[];
  /** Whether it has no category of its own but takes that of the field that led there. */
  readonly inherits: boolean;
  /** Name of the returned type; null for scalars and enums. */
  readonly objectType: string | null;
  /** The returned types that carry relation facts, and whether they name their data subject. */
  readonly carriers: Supergraph["carriers"];
  /** Whether one of them names its data subject: then rows are judged on it, not on the record above. */
  readonly leadsToCarrier: boolean;
  /** Hidden field of the same person, case or list entry that tells which facts the value rests on; null where the object itself tells. */
  readonly referencesField: string | null;
  /** Whether the returned objects tell which facts they are read from. */
  readonly leadsToFacts: boolean;
  /** Whether they all carry facts of their own and name none: rows are judged one by one, on their facts and those above. */
  readonly leadsToRecords: boolean;
  readonly selections: readonly Selection[];
}

/** Selections under a type condition or a directive. */
export interface FragmentSelection {
  readonly kind: "fragment";
  readonly typeCondition: string | null;
  readonly directives: FieldNode["directives"];
  readonly selections: readonly Selection[];
}

export type Selection = FieldSelection | FragmentSelection;

/** All arguments that selections write, at every depth. */
export function argumentsOf(selections: readonly Selection[]): readonly ArgumentNode[] {
  return selections.flatMap((selection) => [
    ...(selection.kind === "field" ? (selection.node.arguments ?? []) : []),
    ...argumentsOf(selection.selections),
  ]);
}

/**
 * Reads an operation that the contract has validated into a tree of selections.
 *
 * @param schema the contract the operation is valid against
 * @throws GatewayError LIMIT_EXCEEDED where fragments, resolved, make more selections than the limit
 */
export function readSelections(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  schema: GraphQLSchema,
  supergraph: Supergraph,
): readonly Selection[] {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new GatewayError("MALFORMED_REQUEST", `Your contract has no ${operation.operation}.`);
  let count = 0;
  return readSet(operation.selectionSet, root.name, []);

  function readSet(set: SelectionSetNode, typeName: string, inherited: readonly string[]): readonly Selection[] {
    return set.selections.map((selection): Selection => {
      count += 1;
      holdLimit("expandedSelectionsMax", count);
      if (selection.kind === Kind.FIELD) return readField(selection, typeName, inherited);
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment === undefined) throw new Error("A fragment is missing after validation.");
      const typeCondition = fragment.typeCondition?.name.value ?? null;
      return {
        kind: "fragment",
        typeCondition,
        directives: selection.directives,
        selections: readSet(fragment.selectionSet, typeCondition ?? typeName, inherited),
      };
    });
  }

  function readField(node: FieldNode, typeName: string, inherited: readonly string[]): FieldSelection {
    const name = node.name.value;
    const type = schema.getType(typeName);
    const field =
      isObjectType(type) || isInterfaceType(type) ? (type.getFields()[name] ?? introspected(name)) : undefined;
    const returned = field === undefined ? undefined : getNamedType(field.type);
    const own = fieldCoordinates(supergraph.apiSchema, typeName, name).flatMap(
      (coordinate) => supergraph.categories.get(coordinate) ?? [],
    );
    const categories = resolve(own, inherited);
    const objectType = returned !== undefined && isCompositeType(returned) ? returned.name : null;
    const carriers = carriersAmong(objectType);
    return {
      kind: "field",
      node,
      responseKey: node.alias?.value ?? name,
      parentType: typeName,
      coordinate: `${typeName}.${name}`,
      categories,
      inherits: own.every((category) => category === "INHERIT"),
      objectType,
      carriers,
      leadsToCarrier: carriers.values().some(({ namesSubject }) => namesSubject),
      referencesField: supergraph.carriers.get(typeName)?.namesSubject
        ? (supergraph.referencesFields.get(`${typeName}.${name}`) ?? null)
        : null,
      leadsToFacts: supergraph.factTypes.has(objectType ?? ""),
      leadsToRecords: carriers.size > 0 && carriers.values().every(({ namesSubject }) => !namesSubject),
      selections: node.selectionSet && objectType !== null ? readSet(node.selectionSet, objectType, categories) : [],
    };
  }

  function resolve(own: readonly string[], inherited: readonly string[]): readonly string[] {
    return [...new Set(own.flatMap((category) => (category === "INHERIT" ? inherited : [category])))].sort();
  }

  function concreteTypes(typeName: string): readonly GraphQLObjectType[] {
    const type = schema.getType(typeName);
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  }

  function carriersAmong(objectType: string | null): Supergraph["carriers"] {
    const names = objectType === null ? [] : concreteTypes(objectType).map((type) => type.name);
    return new Map([...supergraph.carriers].filter(([name]) => names.includes(name)));
  }
}
