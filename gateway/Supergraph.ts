import { Supergraph as FederatedSupergraph } from "@apollo/federation-internals";
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from "graphql";
import { type CategoryIndex, categoryIndex } from "../schema/categoryIndex.ts";

/** Field names by which the gateway judges rows. Hidden from every contract. */
export const relationFactsField = "relationFacts";
export const dataSubjectField = "dataSubject";

/** What a field with @requires pulls in behind it: schema coordinates. */
export type RequiredCoordinates = ReadonlyMap<string, readonly string[]>;

/** The supergraph as the stages read it. Immutable; a new one is made when the supergraph changes. */
export interface Supergraph {
  /** What clients may see at most; contracts are cut from it. */
  readonly apiSchema: GraphQLSchema;
  /** What the planner sees: the API and the fields by which rows are judged. */
  readonly innerSdl: string;
  readonly categories: CategoryIndex;
  readonly required: RequiredCoordinates;
  /** Types that carry relation facts of their own, and whether they name their data subject. */
  readonly carriers: ReadonlyMap<string, { readonly namesSubject: boolean }>;
  /** Subgraph → categories of its own coordinates. */
  readonly categoriesOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads a composed supergraph.
 *
 * @param categoriesOf categories that each subgraph's own SDL names
 * @throws when the SDL is no supergraph
 */
export function readSupergraph(sdl: string, categoriesOf: Supergraph["categoriesOf"]): Supergraph {
  const document = parse(sdl);
  const innerSdl = print(revealRelationFacts(document));
  const innerSchema = FederatedSupergraph.build(innerSdl).apiSchema().toGraphQLJSSchema();
  return {
    apiSchema: FederatedSupergraph.build(sdl).apiSchema().toGraphQLJSSchema(),
    innerSdl,
    categories: categoryIndex(document),
    required: requiredCoordinates(document),
    carriers: carriers(innerSchema),
    categoriesOf,
  };
}

/** The planner refuses @inaccessible fields in operations, and the gateway has to ask for these two. */
function revealRelationFacts(document: DocumentNode): DocumentNode {
  return visit(document, {
    FieldDefinition: (field) =>
      field.name.value === relationFactsField || field.name.value === dataSubjectField
        ? { ...field, directives: (field.directives ?? []).filter((each) => each.name.value !== "inaccessible") }
        : undefined,
  });
}

function carriers(innerSchema: GraphQLSchema): Supergraph["carriers"] {
  return new Map(
    Object.values(innerSchema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) || !(relationFactsField in type.getFields())) return [];
      return [[type.name, { namesSubject: dataSubjectField in type.getFields() }]];
    }),
  );
}

function requiredCoordinates(document: DocumentNode): RequiredCoordinates {
  const fieldTypes = new Map<string, string>();
  const requiring: (readonly [typeName: string, field: FieldDefinitionNode, selections: SelectionSetNode])[] = [];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      fieldTypes.set(`${definition.name.value}.${field.name.value}`, namedTypeOf(field));
      for (const selections of requiresOf(field)) requiring.push([definition.name.value, field, selections]);
    }
  }
  const coordinates = (typeName: string, selections: SelectionSetNode): string[] =>
    selections.selections.flatMap((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return coordinates(selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
      }
      if (selection.kind !== Kind.FIELD || selection.name.value === "__typename") return [];
      const coordinate = `${typeName}.${selection.name.value}`;
      const below = selection.selectionSet;
      return [coordinate, ...(below ? coordinates(fieldTypes.get(coordinate) ?? "", below) : [])];
    });
  return Map.groupBy(requiring, ([typeName, field]) => `${typeName}.${field.name.value}`)
    .entries()
    .reduce(
      (all, [coordinate, each]) =>
        all.set(coordinate, [
          ...new Set(each.flatMap(([typeName, , selections]) => coordinates(typeName, selections))),
        ]),
      new Map<string, readonly string[]>(),
    );
}

function requiresOf(field: FieldDefinitionNode): SelectionSetNode[] {
  return (field.directives ?? []).filter((each) => each.name.value === "join__field").flatMap(selectionsOf);
}

function selectionsOf(directive: ConstDirectiveNode): SelectionSetNode[] {
  const value = directive.arguments?.find((argument) => argument.name.value === "requires")?.value;
  if (value?.kind !== Kind.STRING) return [];
  const [operation] = parse(`{ ${value.value} }`).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? [operation.selectionSet] : [];
}

function namedTypeOf(field: FieldDefinitionNode): string {
  let type = field.type;
  while (type.kind !== Kind.NAMED_TYPE) type = type.type;
  return type.name.value;
}
