import type { GraphQLFormattedError } from "graphql";
import { grantHeader, operationIdHeader } from "../schema/grant.ts";
import { GatewayError } from "./errors.ts";
import { SubgraphPool } from "./SubgraphPool.ts";

/** One request to a subgraph. */
export interface DoorRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  readonly grant: string;
  readonly operationId: string;
  /** Whether asking twice is as good as asking once. */
  readonly kind: "query" | "mutation";
}

/** Answer of a subgraph. */
export interface DoorAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** The way to one subgraph: over HTTP, or in the same process. */
export type Door = (request: DoorRequest) => Promise<DoorAnswer>;

/**
 * Door to a subgraph over HTTP with kept connections.
 *
 * @param url address of its GraphQL endpoint
 * @throws (the door) GatewayError SUBGRAPH_UNAVAILABLE where it cannot be reached in time or answers no JSON
 */
export function httpDoor(url: string): Door {
  const pool = new SubgraphPool(url);
  return async ({ query, variables, operationName, grant, operationId, kind }) => {
    try {
      const { text } = await pool.post({
        headers: { [grantHeader]: grant, [operationIdHeader]: operationId },
        body: JSON.stringify({ query, variables, operationName }),
        repeatable: kind === "query",
      });
      return JSON.parse(text) as DoorAnswer;
    } catch {
      throw new GatewayError("SUBGRAPH_UNAVAILABLE");
    }
  };
}
