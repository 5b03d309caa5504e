import { GraphQLError } from "graphql";

/** Whatever was thrown, as an error of the result. */
export function toGraphQLError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  if (thrown instanceof Error) return new GraphQLError(thrown.message, { originalError: thrown });
  return new GraphQLError("Unexpected error during query plan execution");
}
