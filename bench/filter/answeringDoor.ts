import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  execute,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  parse,
} from "graphql";
import type { Door, DoorAnswer } from "../../gateway/doors.ts";
import type { SubgraphName } from "../../schema/subgraphNames.ts";
import { subgraphSdl } from "../../schema/subgraphSdl.ts";

/** What a record says of itself: two combinations, as a page of a real list has few. */
const relations = [["OWN_CASE", "OWN_FILE"], ["OWN_CASE"]] as const;

const scalars: Readonly<Record<string, unknown>> = { Int: 7, Float: 7, Boolean: true, Date: "2026-06-01" };

/**
 * A subgraph without data: it answers every valid operation by its schema alone, a list of edges with so many, any other list
 * with two. It stands where a database would, so that what is left of a request is the gateway's.
 */
export function answeringDoor(name: SubgraphName, edges: () => number): Door {
  const schema: GraphQLSchema = buildSubgraphSchema(subgraphSdl(name));
  let made = 0;
  const value = (type: GraphQLOutputType, count: number): unknown => {
    if (isNonNullType(type)) return value(type.ofType, count);
    if (isListType(type)) return Array.from({ length: count }, () => value(type.ofType, 2));
    const named = getNamedType(type);
    if (isCompositeType(named)) {
      made += 1;
      return { __typename: named.name, made };
    }
    return isEnumType(named) ? named.getValues()[0]?.name : (scalars[named.name] ?? `${named.name}-${made}`);
  };
  const fieldResolver: GraphQLFieldResolver<Readonly<Record<string, unknown>> | undefined, unknown> = (
    source,
    _args,
    _context,
    info,
  ) => {
    const { fieldName, returnType } = info;
    if (source !== undefined && Object.hasOwn(source, fieldName)) return source[fieldName];
    if (fieldName === "relationFacts") return relations[Number(source?.made ?? 0) % 2];
    if (fieldName === "personRef" || fieldName === "dataSubject")
      return source?.personRef ?? `P-${String(source?.made).padStart(12, "0")}`;
    return value(returnType, fieldName === "edges" ? edges() : 2);
  };
  const documents = new Map<string, ReturnType<typeof parse>>();
  return async ({ query, variables }) => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return (await execute({ schema, document, variableValues: variables, fieldResolver })) as DoorAnswer;
  };
}
