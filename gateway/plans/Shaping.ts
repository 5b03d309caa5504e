import type { GraphQLError } from "graphql";

/** One shaping of a result, while it goes on. */
export interface Shaping {
  /** Where it is: response keys and positions in lists. */
  readonly path: (string | number)[];
  /** Values that do not fit the schema. */
  readonly errors: GraphQLError[];
  /** Answers a field of introspection. */
  readonly introspect: (field: IntrospectionField) => unknown;
}

/** A root field that asks for the schema; answered by whoever has it. */
export type IntrospectionField = object;

/** Null, and told already. */
export const failed = Symbol("failed");

/** Null where the schema allows none: whatever it stands in is null as well. Told already. */
export const invalid = Symbol("invalid");

/** Shapes a value that is not `undefined`. */
export type Shape = (value: unknown, shaping: Shaping) => unknown;
