import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from "graphql";
import type { CategoryIndex } from "../../schema/categoryIndex.ts";
import { type Anchor, anchorOf, noAnchor } from "./Anchor.ts";
import { permits } from "./grantView.ts";
import type { SubgraphContext } from "./SubgraphContext.ts";
import { SubgraphError } from "./SubgraphError.ts";

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/** What is known of a field before any request. */
interface GuardedField {
  readonly typeName: string;
  readonly returnedType: string;
  /** Categories that must be granted; empty: those of the field that led there. */
  readonly categories: readonly string[];
  readonly isMutation: boolean;
  readonly isRoot: boolean;
  /** Whether the field leads to a record that relations are judged on: then that record decides, not the one above. */
  readonly leadsToAnchor: boolean;
  readonly returnsObject: boolean;
  readonly ownAnchor: boolean;
  readonly resolve: Resolver;
}

/**
 * Wraps every field of the schema, so that no resolver can give out what the grant does not cover.
 *
 * - A field outside the granted categories is an error.
 * - A field that leads to a person or case gives it only if the relation holds for that person or case; else it is as absent.
 * - Any other field of a record under a person or case is null where the relation does not hold, before the resolver runs.
 *
 * Lists of root fields are narrowed by their own SQL predicate as well, so that pages and counts are right.
 */
export function enforceGrant(schema: GraphQLSchema, categories: CategoryIndex): GraphQLSchema {
  const anchors = new WeakMap<object, Anchor>();
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config: GraphQLFieldConfig<unknown, SubgraphContext>, fieldName, typeName) => {
      if (fieldName.startsWith("_")) return config;
      const field: GuardedField = {
        typeName,
        returnedType: getNamedType(config.type).name,
        categories: (categories.get(`${typeName}.${fieldName}`) ?? []).filter((name) => name !== "INHERIT"),
        isMutation: typeName === "Mutation",
        isRoot: typeName === "Query" || typeName === "Mutation",
        leadsToAnchor: carriesFacts(config.type),
        returnsObject: isObjectType(getNamedType(config.type)),
        ownAnchor: carriesFactsByName(schema, typeName),
        resolve: config.resolve ?? factResolver(typeName, fieldName) ?? defaultFieldResolver,
      };
      const nothingToEnforce = field.categories.length === 0 && !field.returnsObject && !field.isRoot;
      config.resolve = nothingToEnforce ? field.resolve : guard(field, anchors);
      return config;
    },
  });
}

function guard(field: GuardedField, anchors: WeakMap<object, Anchor>): Resolver {
  return async (parent, args, context, info) => {
    const entries = field.categories.map((name) =>
      field.isMutation ? context.grant.writing(name) : context.grant.reading(name),
    );
    if (entries.some((each) => each.length === 0)) throw new SubgraphError("FIELD_NOT_GRANTED");
    const anchor = field.ownAnchor ? anchorOf(field.typeName, parent) : knownAnchor(parent, anchors);
    const permitted = async (judged: Anchor) => {
      if (entries.length === 0) return true;
      const { facts } = await context.relationFacts(judged);
      return entries.every((each) => permits(each, facts));
    };
    if (!field.isRoot && !field.leadsToAnchor && !(await permitted(anchor))) return null;
    const value: unknown = await field.resolve(parent, args, context, info);
    if (field.isMutation) context.forget();
    const given =
      field.leadsToAnchor && !field.isMutation ? await onlyPermitted(field.returnedType, value, permitted) : value;
    if (field.returnsObject) remember(given, anchor, anchors);
    return given;
  };
}

/** `relationFacts` and `dataSubject` need no resolver of their own: the directory knows them. */
function factResolver(typeName: string, fieldName: string): Resolver | null {
  if (fieldName !== "relationFacts" && fieldName !== "dataSubject") return null;
  return async (parent, _args, context) => {
    const { facts, dataSubject } = await context.relationFacts(anchorOf(typeName, parent));
    return fieldName === "relationFacts" ? [...facts].sort() : dataSubject;
  };
}

async function onlyPermitted(
  typeName: string,
  value: unknown,
  permitted: (anchor: Anchor) => Promise<boolean>,
): Promise<unknown> {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return (await permitted(anchorOf(typeName, value))) ? value : null;
  const kept = await Promise.all(value.map((each) => permitted(anchorOf(typeName, each))));
  return value.filter((_, index) => kept[index]);
}

function knownAnchor(parent: unknown, anchors: WeakMap<object, Anchor>): Anchor {
  return (parent !== null && typeof parent === "object" ? anchors.get(parent) : undefined) ?? noAnchor;
}

function remember(value: unknown, anchor: Anchor, anchors: WeakMap<object, Anchor>): void {
  if (Array.isArray(value)) for (const each of value) remember(each, anchor, anchors);
  else if (value !== null && typeof value === "object") anchors.set(value, anchor);
}

function carriesFacts(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && "relationFacts" in named.getFields() && "dataSubject" in named.getFields();
}

function carriesFactsByName(schema: GraphQLSchema, typeName: string): boolean {
  const type = schema.getType(typeName);
  return isObjectType(type) && carriesFacts(type);
}
