import { MapperKind, mapSchema } from "@graphql-tools/utils";
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema, getNamedType, isObjectType } from "graphql";
import type { CategoryIndex } from "../../schema/categoryIndex.ts";
import type { GrantEntry } from "../../schema/grant.ts";
import { permits } from "./grantView.ts";
import type { SubgraphContext } from "./SubgraphContext.ts";
import { SubgraphError } from "./SubgraphError.ts";

/** Record that relations are judged on: the nearest person or case above a field. */
type Anchor =
  | { readonly type: "Person"; readonly key: string }
  | { readonly type: "Case"; readonly key: string }
  | { readonly type: "None" };

const noAnchor: Anchor = { type: "None" };

/**
 * Wraps every field of the schema, so that no resolver can give out what the grant does not cover:
 * a field outside the granted categories is an error, and a field of a person (or case) whose relation does not hold is null,
 * before the resolver runs. A list that a root field gives out is narrowed by its own SQL predicate.
 */
export function enforceGrant(schema: GraphQLSchema, categories: CategoryIndex): GraphQLSchema {
  const anchors = new WeakMap<object, Anchor>();
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config: GraphQLFieldConfig<unknown, SubgraphContext>, fieldName, typeName) => {
      if (fieldName.startsWith("_")) return config;
      const coordinate = `${typeName}.${fieldName}`;
      const needed = (categories.get(coordinate) ?? []).filter((name) => name !== "INHERIT");
      const resolve = config.resolve ?? defaultFieldResolver;
      const isMutation = typeName === schema.getMutationType()?.name;
      const returnsObject = isObjectType(getNamedType(config.type));
      config.resolve = async (parent, args, context, info) => {
        const anchor = anchorOf(typeName, parent, anchors);
        const entries = needed.map((name) => (isMutation ? context.grant.writing(name) : context.grant.reading(name)));
        if (entries.some((each) => each.length === 0)) throw new SubgraphError("FIELD_NOT_GRANTED");
        if (!isMutation && typeName !== "Query" && !(await allPermit(entries, anchor, context))) return null;
        const value = await resolve(parent, args, context, info);
        if (isMutation) context.forget();
        if (returnsObject) remember(value, anchor, anchors);
        return value;
      };
      return config;
    },
  });
}

async function allPermit(
  entries: readonly (readonly GrantEntry[])[],
  anchor: Anchor,
  context: SubgraphContext,
): Promise<boolean> {
  if (entries.length === 0) return true;
  const facts = await factsOf(anchor, context);
  return entries.every((each) => permits(each, facts));
}

async function factsOf(anchor: Anchor, context: SubgraphContext): Promise<ReadonlySet<string>> {
  if (anchor.type === "Person") return context.personFacts(anchor.key);
  if (anchor.type === "Case") return context.caseFacts(anchor.key);
  return new Set();
}

function anchorOf(typeName: string, parent: unknown, anchors: WeakMap<object, Anchor>): Anchor {
  if (parent === null || typeof parent !== "object") return noAnchor;
  if (typeName === "Person") return { type: "Person", key: String((parent as { personRef: unknown }).personRef) };
  if (typeName === "Case") return { type: "Case", key: String((parent as { caseRef: unknown }).caseRef) };
  return anchors.get(parent) ?? noAnchor;
}

function remember(value: unknown, anchor: Anchor, anchors: WeakMap<object, Anchor>): void {
  if (Array.isArray(value)) for (const each of value) remember(each, anchor, anchors);
  else if (value !== null && typeof value === "object") anchors.set(value, anchor);
}
