import { ApolloServer, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { KeyValueCache } from "@apollo/utils.keyvaluecache";
import {
  type DocumentNode,
  execute,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
} from "graphql";
import { checkDocument, checkOperation, checkVariables } from "./checkLimits.ts";
import type { ContractNotes } from "./contracts/ContractNotes.ts";
import { errorCodes, GatewayError } from "./errors.ts";
import type { HttpAnswer, HttpRequest } from "./HttpExchange.ts";
import type { KnownOperation, KnownOperations } from "./KnownOperations.ts";
import { limits } from "./limits.ts";
import { type Operation, readOperation } from "./Operation.ts";
import { requireOperation } from "./requireOperation.ts";
import type { Supergraph } from "./Supergraph.ts";
import type { FieldSelection, Selection } from "./selection.ts";

/** What an operation is answered with. */
export interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly result: FormattedExecutionResult;
}

/** Answers a validated operation. Must not throw anything but GatewayError. */
export type Disclose = (operation: Operation) => Promise<Outcome>;

/** What is said of the contract beside an introspection that asks for it (`extensions.contract` of the request). */
export type Describe = () => ContractNotes;

interface RequestContext {
  readonly disclose: Disclose;
  readonly describe: Describe;
  operation?: Operation;
  /** Takes why the operation is not answered, where that is not for Apollo Server to say. */
  readonly refused: (refusal: GatewayError) => void;
}

/** An office's schema, and the Apollo Server that parses and validates against it. */
export interface Contract {
  readonly schema: GraphQLSchema;
  /** @throws GatewayError for what is refused before Apollo Server sees it */
  serve(request: HttpRequest, disclose: Disclose, describe: Describe): Promise<HttpAnswer>;
}

const nameTheOperation = "The document holds several operations, or none of that name. State operationName.";

/** Documents that were checked already, by their text. */
const checkedMax = 2_000;

/** Parsed and validated documents, by contract and text. */
export type Documents = KeyValueCache<DocumentNode>;

/** Opens a contract: about a millisecond, once for each office schema. */
export async function openContract(
  schema: GraphQLSchema,
  supergraph: Supergraph,
  documents: Documents,
  known: KnownOperations,
): Promise<Contract> {
  const checked = new Set<string>();
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: documents,
    formatError: maskUnknown,
    parseOptions: { maxTokens: limits.tokensMax },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      {
        async requestDidStart() {
          return {
            async didResolveOperation({ document, operation, request, contextValue }) {
              try {
                if (operation === undefined) throw new GatewayError("MALFORMED_REQUEST", nameTheOperation);
                contextValue.operation = read({ document, definition: operation }, request.variables ?? {});
              } catch (error) {
                if (!(error instanceof GatewayError)) throw error;
                contextValue.refused(error);
                throw error.toGraphQL();
              }
            },
            async responseForOperation({ document, source, request, contextValue: { operation, disclose, describe } }) {
              if (operation === undefined) throw new GatewayError("INTERNAL");
              known.keep(schema, source, request.operationName ?? null, { document, definition: operation.definition });
              const described = request.extensions?.contract ? describe : null;
              return single(await answerOperation(operation, document, request.variables ?? {}, disclose, described));
            },
          };
        },
      },
    ],
  });
  await server.start();
  return {
    schema,
    async serve(request, disclose, describe) {
      const query = requireOperation(request.body);
      const again = query === null ? null : readAgain(query, request);
      if (again !== null)
        return written(await answerOperation(again.operation, again.document, again.variables, disclose, null));
      checkWritten(query, checked);
      const refusals: GatewayError[] = [];
      const response = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers: headerMap(request.rawHeaders),
          search: request.search,
          body: request.body,
        },
        context: async () => ({ disclose, describe, refused: (refusal) => void refusals.push(refusal) }),
      });
      for (const refusal of refusals) throw refusal;
      if (response.body.kind !== "complete") throw new GatewayError("INTERNAL");
      return {
        status: response.status ?? 200,
        headers: Object.fromEntries(response.headers),
        body: response.body.string,
      };
    },
  };

  /**
   * An operation that was valid before, with the variables of this request.
   *
   * @returns null where it was not, where the request asks for anything but JSON, or where a variable does not fit: then Apollo Server is
   *   asked, and says why
   */
  function readAgain(query: string, request: HttpRequest) {
    const { variables, operationName, extensions } = request.body as GraphQLBody;
    const found = known.find(schema, query, operationName ?? null);
    if (found === undefined || extensions || !takesJson(request)) return null;
    try {
      return { document: found.document, variables: variables ?? {}, operation: read(found, variables ?? {}) };
    } catch (error) {
      if (error instanceof GatewayError) return null;
      throw error;
    }
  }

  function read({ document, definition }: KnownOperation, variables: Readonly<Record<string, unknown>>): Operation {
    checkVariables(variables);
    const operation = readOperation(document, definition, variables, schema, supergraph);
    checkOperation(operation.selections, schema, operation.variables);
    return operation;
  }
}

/** Members of a body whose types `requireOperation` has checked. */
interface GraphQLBody {
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  readonly extensions?: object | null;
}

/** Whether the request can be answered with plain JSON, without a look at what it would rather have. */
function takesJson({ method, search, rawHeaders }: HttpRequest): boolean {
  if (method !== "POST" || search !== "") return false;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === "accept" && !plainAccepts.has(rawHeaders[index + 1] ?? "")) return false;
  }
  return true;
}

const plainAccepts = new Set(["*/*", "application/json"]);

/** The answer as Apollo Server writes it. */
function written({ status, headers, result: { errors, data, extensions } }: Outcome): HttpAnswer {
  return {
    status,
    headers: { ...headers, "content-type": "application/json; charset=utf-8" },
    body: `${JSON.stringify({ errors, data, extensions })}\n`,
  };
}

/** Counts what the document writes before Apollo Server validates it. What cannot be parsed is left to Apollo Server. */
function checkWritten(query: string | null, checked: Set<string>): void {
  if (query === null || checked.has(query)) return;
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: limits.tokensMax, noLocation: true });
  } catch (error) {
    if (/\btokens\b/.test((error as Error).message)) {
      throw new GatewayError("LIMIT_EXCEEDED", `The operation exceeds the limit tokensMax of ${limits.tokensMax}.`, {
        limit: "tokensMax",
      });
    }
    return;
  }
  checkDocument(document);
  if (checked.size >= checkedMax) checked.clear();
  checked.add(query);
}

/** Introspection is answered from the contract alone and never reaches the subgraphs; everything else is disclosed. */
async function answerOperation(
  operation: Operation,
  document: DocumentNode,
  variableValues: Record<string, unknown>,
  disclose: Disclose,
  describe: Describe | null,
): Promise<Outcome> {
  const roots = rootFields(operation.selections);
  const asksSchema = roots.some(({ node }) => ["__schema", "__type"].includes(node.name.value));
  const asksData = roots.some(({ node }) => !node.name.value.startsWith("__"));
  if (!asksSchema) return disclose(operation);
  // Without resolvers and root value every other field is null here.
  const about = (await execute({
    schema: operation.schema,
    document,
    operationName: operation.name,
    variableValues,
  })) as FormattedExecutionResult;
  if (!asksData) {
    const notes = describe === null ? {} : { extensions: { contract: describe() } };
    return { status: 200, headers: {}, result: { ...about, ...notes } };
  }
  const outcome = await disclose(operation);
  if (!outcome.result.data) return outcome;
  const data = { ...about.data, ...outcome.result.data };
  return { ...outcome, result: { ...outcome.result, data } };
}

function rootFields(selections: readonly Selection[]): readonly FieldSelection[] {
  return selections.flatMap((selection) =>
    selection.kind === "field" ? [selection] : rootFields(selection.selections),
  );
}

/** Errors that Apollo Server makes of a bad request; their texts tell of the request and the contract alone. */
const requestErrors = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** Whatever has no code of a closed set is a fault of ours, and its text stays inside. */
function maskUnknown(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = String(formatted.extensions?.code);
  if (requestErrors.has(code) || (code in errorCodes && code !== "INTERNAL")) return formatted;
  return { message: errorCodes.INTERNAL[1], extensions: { code: "INTERNAL" } };
}

function single({ status, headers, result }: Outcome) {
  return {
    http: { status, headers: new HeaderMap(Object.entries(headers)) },
    body: { kind: "single" as const, singleResult: result },
  };
}

function headerMap(rawHeaders: readonly string[]): HeaderMap {
  const map = new HeaderMap();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    map.set(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  }
  return map;
}
