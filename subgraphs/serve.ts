import type { webcrypto } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { InMemoryLRUCache } from "@apollo/utils.keyvaluecache";
import type { DocumentNode, FormattedExecutionResult, GraphQLFormattedError, GraphQLSchema } from "graphql";
import { GraphQLError } from "graphql";
import { categoryIndex } from "../schema/categoryIndex.ts";
import { scalars } from "../schema/scalars.ts";
import { subgraphSdl } from "../schema/subgraphSdl.ts";
import { cursorKey } from "./shell/cursorKey.ts";
import { enforceGrant } from "./shell/enforceGrant.ts";
import { GrantVerifier } from "./shell/GrantVerifier.ts";
import type { Database } from "./shell/openStore.ts";
import type { Subgraph } from "./shell/Subgraph.ts";
import { SubgraphContext } from "./shell/SubgraphContext.ts";
import { SubgraphError, subgraphErrorCodes } from "./shell/SubgraphError.ts";

/** Documents kept parsed. By number: Apollo's own bound, 30 MiB of JSON, is a multiple of that on the heap. */
const documentsMax = 1_000;

/** One request of the gateway. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  /** The signed grant; null where none came. */
  readonly grant: string | null;
  /** Id of the operation at the gateway, for records and logs. */
  readonly operationId: string;
}

/** A subgraph that runs. */
export interface RunningSubgraph {
  readonly name: string;
  /** Answers one request. Never throws: what goes wrong is an error in the answer, with a code of the closed set. */
  answer(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

/**
 * Starts a subgraph on a database: schema, grant check, batching, error mask. The one shell of all subgraphs.
 *
 * @param grantKey public key (Ed25519) of the gateway's grants
 * @param reportFailure is told of errors that no code names; the requester only reads INTERNAL
 * @throws Error with one line where a key that the environment names cannot be read
 */
export async function serve(
  subgraph: Subgraph,
  database: Database,
  grantKey: webcrypto.CryptoKey,
  reportFailure: (subgraph: string, error: unknown) => void,
): Promise<RunningSubgraph> {
  // A key that cannot be read is told now, not by the first list.
  cursorKey();
  await subgraph.prepare?.(database);
  const server = new ApolloServer<SubgraphContext>({
    schema: subgraphSchema(subgraph),
    introspection: false,
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: documentsMax, sizeCalculation: () => 1 }),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    formatError: (formatted, error) => maskError(formatted, error, (cause) => reportFailure(subgraph.name, cause)),
  });
  await server.start();
  const verifier = new GrantVerifier(subgraph.name, grantKey);
  return {
    name: subgraph.name,
    async answer(request) {
      try {
        const grant = await verifier.verify(request.grant);
        const response = await server.executeOperation(
          {
            query: request.query,
            variables: request.variables,
            ...(request.operationName === null ? {} : { operationName: request.operationName }),
          },
          { contextValue: new SubgraphContext(grant, database, request.operationId) },
        );
        if (response.body.kind !== "single") throw new Error("Incremental delivery is not offered.");
        return response.body.singleResult as FormattedExecutionResult;
      } catch (error) {
        if (error instanceof SubgraphError) return { errors: [formatted(error)] };
        reportFailure(subgraph.name, error);
        return { errors: [formatted(new SubgraphError("INTERNAL"))] };
      }
    },
    stop: () => server.stop(),
  };
}

/** The executable schema of a subgraph, with the grant enforced on every field. */
export function subgraphSchema(subgraph: Subgraph): GraphQLSchema {
  const typeDefs: DocumentNode = subgraphSdl(subgraph.name);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...scalars, ...subgraph.resolvers } as never }]);
  return enforceGrant(schema, categoryIndex(typeDefs), subgraph.records ?? {});
}

function formatted(error: SubgraphError): GraphQLFormattedError {
  return {
    message: error.message,
    extensions: { code: error.code, ...(error.field === null ? {} : { field: error.field }) },
  };
}

function maskError(
  given: GraphQLFormattedError,
  error: unknown,
  report: (cause: unknown) => void,
): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const path = given.path === undefined ? {} : { path: given.path };
  if (cause instanceof SubgraphError) return { ...formatted(cause), ...path };
  const code = given.extensions?.code;
  if (code === "GRAPHQL_VALIDATION_FAILED" || code === "GRAPHQL_PARSE_FAILED" || code === "BAD_USER_INPUT") {
    return { message: subgraphErrorCodes.BAD_REQUEST, extensions: { code: "BAD_REQUEST" } };
  }
  report(cause);
  const masked = isConnectionLoss(cause) ? new SubgraphError("DATABASE_UNAVAILABLE") : new SubgraphError("INTERNAL");
  return { ...formatted(masked), ...path };
}

/** Whether the cause (or what it wraps) says that the database cannot be reached: PostgreSQL class 08, 57P, 53 and socket errors. */
function isConnectionLoss(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | null)?.code;
  if (typeof code === "string" && /^(08|57P|53|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|CONNECT|CONNECTION_)/.test(code))
    return true;
  if (cause instanceof Error && /PGlite is closed/i.test(cause.message)) return true;
  return cause instanceof Error && cause.cause !== undefined && isConnectionLoss(cause.cause);
}
