import { Supergraph as FederatedSupergraph } from "@apollo/federation-internals";
import { type DocumentNode, type GraphQLSchema, isObjectType, parse, print, visit } from "graphql";
import { type CategoryIndex, categoryIndex } from "../schema/categoryIndex.ts";
import { factReferencesField, isOfTheGateway } from "../schema/factReferences.ts";
import { fieldSet } from "../schema/fieldSet.ts";
import { fieldSetCoordinates } from "../schema/fieldSetCoordinates.ts";
import { namedTypeOf } from "../schema/namedTypeOf.ts";
import { typeDefinitions } from "../schema/typeDefinitions.ts";
import { referencesFields } from "./referencesFields.ts";

/** Field names by which the gateway judges rows. Hidden from every contract. */
export const relationFactsField = "relationFacts";
export const dataSubjectField = "dataSubject";

/** What a field with @requires pulls in behind it, at every remove: schema coordinates. */
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
  /** Types of facts: their objects tell which versions they are read from. Persons and cases are read from several, field by field. */
  readonly factTypes: ReadonlySet<string>;
  /** Coordinate → hidden field of the same type that tells which facts the value rests on; fields of one subgraph, both. */
  readonly referencesFields: ReadonlyMap<string, string>;
  /** Subgraph → categories of its own coordinates. */
  readonly categoriesOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads a composed supergraph.
 *
 * @param categoriesOf categories that each subgraph's own SDL names
 * @throws when the SDL is no supergraph, or needs what @apollo/gateway does not support, such as @context
 */
export function readSupergraph(sdl: string, categoriesOf: Supergraph["categoriesOf"]): Supergraph {
  const document = parse(sdl);
  const innerSdl = print(revealOwnFields(document));
  const innerSchema = FederatedSupergraph.build(innerSdl).apiSchema().toGraphQLJSSchema();
  return {
    apiSchema: FederatedSupergraph.build(sdl).apiSchema().toGraphQLJSSchema(),
    innerSdl,
    categories: categoryIndex(document),
    required: requiredCoordinates(document),
    carriers: carriers(innerSchema),
    factTypes: factTypes(innerSchema),
    referencesFields: referencesFields(innerSchema, document),
    categoriesOf,
  };
}

/** The planner refuses @inaccessible fields in operations, and the gateway has to ask for these. */
function revealOwnFields(document: DocumentNode): DocumentNode {
  return visit(document, {
    FieldDefinition: (field) =>
      isOfTheGateway(field.name.value)
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

function factTypes(innerSchema: GraphQLSchema): Supergraph["factTypes"] {
  const types = Object.values(innerSchema.getTypeMap()).filter(isObjectType);
  const facts = types.filter(
    (type) => factReferencesField in type.getFields() && !(dataSubjectField in type.getFields()),
  );
  return new Set(facts.map(({ name }) => name));
}

/** What each derived field pulls in behind it, with what that pulls in in its turn. */
function requiredCoordinates(document: DocumentNode): RequiredCoordinates {
  const { composites } = typeDefinitions(document);
  const fields = composites.flatMap((type) =>
    (type.fields ?? []).map((field) => ({
      coordinate: `${type.name.value}.${field.name.value}`,
      typeName: type.name.value,
      field,
    })),
  );
  const fieldTypes = new Map(fields.map(({ coordinate, field }) => [coordinate, namedTypeOf(field.type)]));
  const direct = new Map<string, readonly string[]>();
  for (const { coordinate, typeName, field } of fields) {
    const required = (field.directives ?? [])
      .filter((each) => each.name.value === "join__field")
      .flatMap((each) => fieldSet(each, "requires") ?? [])
      .flatMap((selections) => fieldSetCoordinates(typeName, selections, fieldTypes));
    if (required.length > 0) direct.set(coordinate, [...new Set([...(direct.get(coordinate) ?? []), ...required])]);
  }
  return new Map([...direct.keys()].map((coordinate) => [coordinate, [...reachable(coordinate, direct)]]));
}

function reachable(
  coordinate: string,
  direct: ReadonlyMap<string, readonly string[]>,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  for (const next of direct.get(coordinate) ?? []) {
    if (found.has(next)) continue;
    found.add(next);
    reachable(next, direct, found);
  }
  return found;
}
