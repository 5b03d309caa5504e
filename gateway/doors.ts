import type { GraphQLFormattedError } from "graphql";
import { Pool } from "undici";
import { grantHeader, operationIdHeader } from "../schema/grant.ts";
import { GatewayError } from "./errors.ts";

/** One request to a subgraph. */
export interface DoorRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  readonly grant: string;
  readonly operationId: string;
}

/** Answer of a subgraph. */
export interface DoorAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** The way to one subgraph: over HTTP, or in the same process. */
export type Door = (request: DoorRequest) => Promise<DoorAnswer>;

/** Longest wait for a subgraph. */
const subgraphTimeoutMilliseconds = 10_000;
const connectionsMax = 32;

/**
 * Door to a subgraph over HTTP with kept connections.
 *
 * @param url address of its GraphQL endpoint
 * @throws (the door) GatewayError SUBGRAPH_UNAVAILABLE where it cannot be reached in time or answers no JSON
 */
export function httpDoor(url: string): Door {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: connectionsMax,
    headersTimeout: subgraphTimeoutMilliseconds,
    bodyTimeout: subgraphTimeoutMilliseconds,
  });
  return async ({ query, variables, operationName, grant, operationId }) => {
    try {
      const response = await pool.request({
        path: pathname,
        method: "POST",
        headers: { "content-type": "application/json", [grantHeader]: grant, [operationIdHeader]: operationId },
        body: JSON.stringify({ query, variables, operationName }),
      });
      return (await response.body.json()) as DoorAnswer;
    } catch {
      throw new GatewayError("SUBGRAPH_UNAVAILABLE");
    }
  };
}
