import type { VariableDefinitions } from "@apollo/federation-internals";
import type { FetchNode } from "@apollo/query-planner";
import type { GraphQLFormattedError } from "graphql";
import type { JsonObject, SubgraphReply } from "./Ask.ts";
import { compileRepresentation } from "./compileRepresentation.ts";
import { compileRewrites } from "./compileRewrites.ts";
import { downstreamError } from "./downstreamError.ts";
import { entitiesAt, positionsAt } from "./entitiesAt.ts";
import { MalformedAnswer } from "./MalformedAnswer.ts";
import { mergeInto } from "./mergeInto.ts";
import type { PlanRun, Step } from "./PlanRun.ts";
import type { SubtypeNames } from "./SubtypeNames.ts";
import { toGraphQLError } from "./toGraphQLError.ts";

/** What every step of a plan is compiled with. */
export interface FetchContext {
  readonly subtypes: SubtypeNames;
  readonly variableDefinitions: VariableDefinitions;
  /** Whether an entity that stands at several places is asked for once. */
  readonly distinctEntities: boolean;
}

/** Objects to be asked for together, each representation with the objects it stands for. */
interface Batch {
  readonly representations: readonly JsonObject[];
  /** Positions among the entities at the path, for each representation. */
  readonly standsFor: readonly (readonly number[])[];
  readonly entities: readonly JsonObject[];
}

/** Paths of a subgraph's error among the results. */
type PlaceError = (path: GraphQLFormattedError["path"]) => readonly GraphQLFormattedError["path"][];

/** Compiles one request to a subgraph. */
export function compileFetch(node: FetchNode, path: readonly string[], context: FetchContext): Step {
  const { subtypes, distinctEntities } = context;
  if (node.contextRewrites !== undefined && node.contextRewrites.length > 0) {
    throw new Error("@context is not supported.");
  }
  const represent = node.requires === undefined ? null : compileRepresentation(node.requires, subtypes);
  const inputRewrites = compileRewrites(node.inputRewrites, subtypes);
  const outputRewrites = compileRewrites(node.outputRewrites, subtypes);
  const variableNames = node.variableUsages ?? [];
  const question = {
    subgraph: node.serviceName,
    query: node.operation,
    operationName: node.operationName ?? null,
    kind: node.operationKind === "mutation" ? "mutation" : "query",
  } as const;

  return async (run) => {
    try {
      const entities = entitiesAt(run.data, path);
      if (entities.length === 0) return;
      const variables = givenVariables(run, variableNames);
      if (represent === null) return takeOne(entities, await send(run, variables, placeAlong));
      const batch = batchOf(run, entities);
      if (batch.representations.length === 0) return;
      if (Object.hasOwn(variables, "representations")) {
        throw new Error('Variables cannot contain key "representations"');
      }
      variables.representations = batch.representations;
      takeEach(batch, await send(run, variables, placeAmong(run, batch)));
    } catch (error) {
      run.errors.push(toGraphQLError(error));
    }
  };

  async function send(run: PlanRun, variables: JsonObject, place: PlaceError): Promise<SubgraphReply["data"]> {
    const { data, errors } = await run.ask({ ...question, variables });
    for (const error of errors ?? []) {
      for (const at of place(error.path)) run.errors.push(downstreamError(error, node.serviceName, at));
    }
    return data;
  }

  function takeOne(entities: readonly JsonObject[], data: SubgraphReply["data"]): void {
    if (!data) return;
    outputRewrites?.(data);
    for (const entity of entities) mergeInto(entity, data);
  }

  function takeEach({ representations, standsFor, entities }: Batch, data: SubgraphReply["data"]): void {
    if (!data) return;
    const received = data._entities;
    if (!Array.isArray(received)) throw new MalformedAnswer('Expected "data._entities" in response to be an array');
    if (received.length !== representations.length) {
      throw new MalformedAnswer(`Expected "data._entities" to contain ${representations.length} elements`);
    }
    for (const [at, each] of received.entries()) {
      if (each === null || each === undefined) continue;
      if (typeof each !== "object") throw new MalformedAnswer('Expected "data._entities" to contain objects');
      const known = (standsFor[at] ?? []).map((position) => entities[position]);
      if (!each.__typename) each.__typename = known[0]?.__typename;
      outputRewrites?.(each);
      for (const entity of known) if (entity !== undefined) mergeInto(entity, each);
    }
  }

  function batchOf({ admits }: PlanRun, entities: readonly JsonObject[]): Batch {
    const representations: JsonObject[] = [];
    const standsFor: number[][] = [];
    const known = new Map<string, number>();
    for (const [position, entity] of entities.entries()) {
      const representation = admits === null || admits(path, entity) ? represent?.(entity) : null;
      if (!representation?.__typename) continue;
      inputRewrites?.(representation);
      const key = distinctEntities ? JSON.stringify(representation) : String(position);
      const at = known.get(key);
      if (at === undefined) {
        known.set(key, representations.length);
        representations.push(representation);
        standsFor.push([position]);
      } else standsFor[at]?.push(position);
    }
    return { representations, standsFor, entities };
  }

  /** An error of an operation without representations: where this step stands, and on. */
  function placeAlong(below: GraphQLFormattedError["path"]) {
    return [below === undefined ? undefined : [...path, ...below]];
  }

  /** An error below `_entities`: at every place for which the entity stands. */
  function placeAmong(run: PlanRun, { standsFor }: Batch): PlaceError {
    return (below) => {
      const [, at, ...rest] = below ?? [];
      if (typeof at !== "number") return placeAlong(below);
      const positions = positionsAt(run.data, path);
      const places = (standsFor[at] ?? []).map((position) => [...(positions[position] ?? []), ...rest]);
      return places.length === 0 ? [rest] : places;
    };
  }
}

function givenVariables({ variables }: PlanRun, names: readonly string[]): JsonObject {
  const given: JsonObject = Object.create(null);
  for (const name of names) {
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) given[name] = variables[name];
  }
  return given;
}
