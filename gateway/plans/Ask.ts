import type { GraphQLFormattedError } from "graphql";

export type JsonObject = Record<string, unknown>;

/** One request of a plan to one subgraph. */
export interface SubgraphQuestion {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<JsonObject>;
  readonly operationName: string | null;
  /** Whether asking twice is as good as asking once. */
  readonly kind: "query" | "mutation";
}

/** What a subgraph said. The objects in `data` are the plan's own from then on: answers of other steps are merged into them. */
export interface SubgraphReply {
  readonly data?: JsonObject | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** Asks a subgraph. What it rejects with becomes an error of the result. */
export type Ask = (question: SubgraphQuestion) => Promise<SubgraphReply>;

/**
 * Whether an object that a step has fetched may be named to the subgraph of the next one.
 *
 * @param path response keys that lead to it, `@` for each list
 */
export type Admits = (path: readonly string[], entity: Readonly<JsonObject>) => boolean;
