import type { Operation } from "@apollo/federation-internals";
import type { QueryPlan } from "@apollo/query-planner";
import type { GraphQLError } from "graphql";
import type { Admits, Ask, JsonObject } from "./Ask.ts";
import { compileShape, type ShapeObject } from "./compileShape.ts";
import { compileStep } from "./compileStep.ts";
import { conditionNames, isIncluded } from "./conditions.ts";
import type { Step } from "./PlanRun.ts";
import { failed, type Shaping } from "./Shaping.ts";
import type { SubtypeNames } from "./SubtypeNames.ts";
import { toGraphQLError } from "./toGraphQLError.ts";

/** What an operation came to. */
export interface PlanResult {
  /** Absent where an answer could not be read at all. */
  readonly data?: JsonObject | null;
  readonly errors?: readonly GraphQLError[];
  /** Values that did not fit the schema, where nothing else failed: `valueCompletion`, as @apollo/gateway gives them. */
  readonly extensions?: { readonly valueCompletion: readonly GraphQLError[] };
}

/** What one run of an operation is given. */
export interface RunOptions {
  /** Fitted to the operation's types. */
  readonly variables: Readonly<JsonObject>;
  readonly ask: Ask;
  /** Left out: every key goes out. */
  readonly admits?: Admits | null;
}

/** An operation that is planned and compiled. */
export interface CompiledOperation {
  run(options: RunOptions): Promise<PlanResult>;
}

/** Answers a root field that asks for the schema. */
export type Introspect = (field: object, variables: Readonly<JsonObject>) => unknown;

/** Shapes kept for one operation, one for each combination of the booleans in its @skip and @include. */
const shapesMax = 64;

/**
 * Compiles an operation with its plan: once, to be run often.
 *
 * @param distinctEntities whether an entity that stands at several places is asked for once
 */
export function compileOperation(
  operation: Operation,
  plan: QueryPlan,
  subtypes: SubtypeNames,
  introspect: Introspect,
  distinctEntities: boolean,
): CompiledOperation {
  const { node } = plan;
  if (node?.kind === "Subscription") throw new Error("Subscriptions are not supported.");
  const { variableDefinitions } = operation;
  const step: Step | null =
    node === undefined ? null : compileStep(node, [], { subtypes, variableDefinitions, distinctEntities });
  const defaults = operation.collectDefaultedVariableValues();
  const shapeFor = shapes(operation);

  return {
    async run({ variables, ask, admits = null }: RunOptions) {
      const data: JsonObject = Object.create(null);
      const errors: GraphQLError[] = [];
      await step?.({ variables, ask, admits, data, errors });
      const shaping: Shaping = { path: [], errors: [], introspect: (field) => introspect(field, variables) };
      try {
        const given = { __proto__: null, ...defaults, ...variables } as JsonObject;
        const shaped = shapeFor(given)(data, shaping);
        return finish(shaped === failed ? null : shaped, errors, shaping.errors);
      } catch (error) {
        return { errors: [toGraphQLError(error)] };
      }
    },
  };
}

/**
 * A value that does not fit is told beside the answer, unless something failed before: then it is that failure's consequence. An answer
 * without any data says why (GraphQL, section 7.1.2), which @apollo/gateway leaves out.
 */
function finish(data: JsonObject | null, errors: readonly GraphQLError[], unfit: readonly GraphQLError[]): PlanResult {
  if (errors.length > 0) return { errors, data };
  if (unfit.length === 0) return { data };
  return data === null ? { errors: unfit, data } : { data, extensions: { valueCompletion: unfit } };
}

function shapes(operation: Operation): (variables: JsonObject) => ShapeObject {
  const schema = operation.schema();
  const root = schema.schemaDefinition.rootType(operation.rootKind);
  if (root === undefined) throw new Error(`The schema has no ${operation.rootKind}.`);
  const names = conditionNames(operation);
  const kept = new Map<string, ShapeObject>();
  return (variables) => {
    const key = names.map((name) => String(variables[name])).join();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const shape = compileShape(operation.selectionSet, schema, root, (element) => isIncluded(element, variables));
    if (kept.size >= shapesMax) kept.clear();
    kept.set(key, shape);
    return shape;
  };
}
