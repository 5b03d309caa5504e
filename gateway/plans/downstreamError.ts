import { ERRORS, errorCodeDef } from "@apollo/federation-internals";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** A subgraph's error as the result shows it: with its own code, or one that says that it came from below. */
export function downstreamError(
  error: GraphQLFormattedError,
  subgraph: string,
  path: readonly (string | number)[] | undefined,
): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${subgraph}"`;
  const options = {
    originalError: error as Error,
    path: path ?? null,
    extensions: { ...error.extensions, serviceName: subgraph },
  };
  const known = errorCodeDef(error);
  if (known === undefined && error.extensions?.code) return new GraphQLError(message, options);
  return (known ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options);
}
