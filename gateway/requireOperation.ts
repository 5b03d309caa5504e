import { GatewayError } from "./errors.ts";

/**
 * Checks that the members of a body have the types of a GraphQL request over HTTP.
 *
 * @returns the operation's text; null where a client asks for an operation by its hash, which Apollo Server tells it is not done
 * @throws GatewayError MALFORMED_REQUEST
 */
export function requireOperation(body: unknown): string | null {
  if (Array.isArray(body))
    throw new GatewayError("MALFORMED_REQUEST", "Send one operation a request, not a list of them.");
  if (typeof body !== "object" || body === null) throw new GatewayError("MALFORMED_REQUEST");
  const { query, variables, operationName, extensions } = body as Readonly<Record<string, unknown>>;
  if (!isObjectOrNothing(variables)) {
    throw new GatewayError("MALFORMED_REQUEST", "The member variables must be a JSON object.");
  }
  if (!isObjectOrNothing(extensions)) {
    throw new GatewayError("MALFORMED_REQUEST", "The member extensions must be a JSON object.");
  }
  if (typeof (operationName ?? "") !== "string") {
    throw new GatewayError("MALFORMED_REQUEST", "The member operationName must be a string.");
  }
  if (query === undefined && extensions?.persistedQuery !== undefined) return null;
  if (typeof query !== "string" || query.trim() === "") {
    throw new GatewayError("MALFORMED_REQUEST", "The member query must be a string with the operation.");
  }
  return query;
}

function isObjectOrNothing(value: unknown): value is Readonly<Record<string, unknown>> | null | undefined {
  return value === undefined || value === null || (typeof value === "object" && !Array.isArray(value));
}
