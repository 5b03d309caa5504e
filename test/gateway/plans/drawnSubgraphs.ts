import { createHash } from "node:crypto";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from "graphql";
import type { SubgraphQuestion, SubgraphReply } from "../../../gateway/plans/Ask.ts";
import { subgraphTexts } from "./differingSupergraph.ts";

/** How often something is null or fails, 0 to 1. */
export interface Weather {
  readonly nulls: number;
  readonly failures: number;
}

interface Drawn {
  readonly __typename: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A number from 0 to below 1 that hangs on nothing but the words. */
export function drawnNumber(...words: readonly unknown[]): number {
  return createHash("sha256").update(JSON.stringify(words)).digest().readUInt32BE() / 2 ** 32;
}

const identities = 4;

/**
 * Subgraphs whose answers hang on nothing but the question: an entity has the same fields wherever it stands, a derived field tells what it
 * was derived from, and what fails, fails whoever asks.
 */
export function drawnSubgraphs(seed: number, weather: Weather): (question: SubgraphQuestion) => SubgraphReply {
  const schemas = new Map(
    Object.entries(subgraphTexts).map(([name, sdl]) => [name, buildSubgraphSchema([{ typeDefs: parse(sdl) }])]),
  );

  const fieldResolver: GraphQLFieldResolver<Drawn, unknown> = (source, args, _context, info) => {
    const { fieldName, returnType } = info;
    if (fieldName === "_entities") return args.representations;
    const given = source !== undefined && Object.hasOwn(source, fieldName) ? source[fieldName] : undefined;
    if (given !== undefined) return given;
    const words = [seed, source?.id ?? "root", fieldName, args, requiredOf(source)];
    if (drawnNumber("fails", ...words) < weather.failures) throw failure(words);
    return drawn(returnType, words, info);
  };

  function drawn(type: GraphQLOutputType, words: readonly unknown[], info: GraphQLResolveInfo): unknown {
    if (isNonNullType(type)) {
      // Now and then a subgraph breaks its own promise.
      if (drawnNumber("breaks", ...words) < weather.nulls / 10) return null;
      return drawn(type.ofType, words, info);
    }
    if (drawnNumber("null", ...words) < weather.nulls) return null;
    if (isListType(type)) {
      const length = Math.floor(drawnNumber("length", ...words) * 4);
      return Array.from({ length }, (_, index) => drawn(type.ofType, [...words, index], info));
    }
    if (isObjectType(type) || isAbstractType(type)) {
      const among = isAbstractType(type) ? info.schema.getPossibleTypes(type) : [type];
      const chosen = among[Math.floor(drawnNumber("type", ...words) * among.length)];
      const id = `${chosen?.name}${Math.floor(drawnNumber("id", ...words) * identities)}`;
      return { __typename: chosen?.name, id };
    }
    if (isEnumType(type)) return type.getValues()[Math.floor(drawnNumber(...words) * type.getValues().length)]?.value;
    const number = Math.floor(drawnNumber(...words) * 1000);
    switch (type.name) {
      case "Int":
        return number;
      case "Float":
        return number / 8;
      case "Boolean":
        return number % 2 === 0;
      default:
        return `${type.name}${number}`;
    }
  }

  return ({ subgraph, query, variables }) => {
    const schema = schemas.get(subgraph);
    if (schema === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
    const result = execute({
      schema,
      document: parse(query),
      variableValues: variables,
      fieldResolver: fieldResolver as GraphQLFieldResolver<unknown, unknown>,
      typeResolver: (value) => (value as Drawn).__typename,
    });
    // Over the wire: objects of their own, and errors without their class.
    return JSON.parse(JSON.stringify(result)) as SubgraphReply;
  };
}

/** What was sent along with an entity's key. */
function requiredOf(source: Drawn | undefined): unknown {
  if (source === undefined) return null;
  const { __typename, id, ...required } = source;
  return required;
}

function failure(words: readonly unknown[]): Error {
  const kind = Math.floor(drawnNumber("kind", ...words) * 3);
  if (kind === 0) return new GraphQLError("is not known here", { extensions: { code: "NOT_FOUND", hint: 1 } });
  return kind === 1 ? new GraphQLError("is not to be had") : new Error("broke");
}
