import { GraphQLError } from "graphql";

/**
 * The closed set of error codes that leave the gateway: HTTP status, and the sentence that says what to do.
 * No message carries data of a person, a name of a withheld field or a stack trace.
 */
export const errorCodes = {
  UNAUTHENTICATED: [401, "Send a valid access token: Authorization: Bearer <token>."],
  PROOF_INVALID: [
    401,
    "The proof of possession (header DPoP, RFC 9449) is not valid. Make a fresh one for each request.",
  ],
  PROOF_NONCE_MISSING: [401, "Put the nonce of the header DPoP-Nonce into your proof and send the request again."],
  PURPOSE_MISSING: [403, "State a purpose that your token carries in the header Access-Purpose."],
  PURPOSE_NOT_PERMITTED: [403, "Your token does not carry the purpose stated in Access-Purpose."],
  CASE_MISSING: [403, "This purpose needs a case or file reference in the header Access-Case."],
  REASON_MISSING: [403, "State a reason for the access in the header Access-Reason."],
  HEADER_INVALID: [400, "Access-Purpose, Access-Case and Access-Reason are percent-encoded UTF-8 of limited length."],
  MALFORMED_REQUEST: [400, "The body must be JSON with a member query."],
  REQUEST_UNREADABLE: [400, "This is no HTTP request that can be read. Send POST /graphql by HTTP/1.1."],
  REQUEST_TIMEOUT: [408, "The request did not come in time. Send it again in one go."],
  HEADERS_TOO_LARGE: [431, "The headers are larger than the limit."],
  PERSISTED_QUERY_NOT_IN_LIST: [404, "No trusted document of your contract has this id."],
  QUERY_NOT_IN_SAFELIST: [
    403,
    "Only trusted documents of your contract are answered. Send the id of one, or its text.",
  ],
  BODY_TOO_LARGE: [413, "The body is larger than the limit."],
  LIMIT_EXCEEDED: [400, "The operation exceeds a limit."],
  TOO_MANY_REQUESTS: [429, "You ask too often. Wait for as many seconds as the header Retry-After says."],
  CEILING_REACHED: [
    429,
    "This would be more persons within an hour than this purpose allows. Nothing was disclosed. Ask again later; the refusal is on record.",
  ],
  RESERVED_ALIAS: [400, "Aliases that begin with __ or sf_ are reserved. Choose another."],
  UNAUTHORIZED_FIELD_OR_TYPE: [200, "Withheld for this purpose."],
  MUTATION_REFUSED: [403, "The mutation asks for something that is not granted for this purpose. Nothing was written."],
  NOT_FOUND: [200, "There is no such record for this requester."],
  INVALID_INPUT: [200, "An input value cannot be accepted."],
  CONFLICT: [200, "The record is not in a state that allows this."],
  LOG_BROKEN: [200, "The access log does not verify. Nothing after the place is shown; have it looked at by hand."],
  LOG_UNREADABLE: [200, "The access log cannot be read. Have its folder looked at by hand."],
  SUBGRAPH_UNAVAILABLE: [503, "A part of the system does not answer. Nothing was disclosed. Try again later."],
  RECORD_UNAVAILABLE: [503, "The access could not be put on record. Nothing was disclosed. Try again later."],
  DAY_ENDED: [503, "The day of the question ended meanwhile. Nothing was disclosed. Send the operation again."],
  ISSUER_UNAVAILABLE: [503, "The identity provider does not answer. Nothing was disclosed. Try again later."],
  RETENTION_RUNS: [
    409,
    "The log is kept by law until a day that has not come. Nothing was erased; the attempt is on record.",
  ],
  METHOD_NOT_ALLOWED: [405, "Send the operation by POST."],
  MUTATION_UNCERTAIN: [
    503,
    "A part of the system failed after the mutation had begun. It may have been carried out: read the record before you send it again.",
  ],
  NOT_FOUND_ROUTE: [404, "There is nothing here. The API is POST /graphql."],
  INTERNAL: [500, "The gateway failed. Nothing was disclosed."],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof errorCodes;

/** An error that may leave the gateway. */
export class GatewayError extends Error {
  readonly code: ErrorCode;
  /** Further members of `extensions`, for example the name of a limit. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Headers of the answer, for example `retry-after`. */
  readonly headers: Readonly<Record<string, string>>;

  /** @param cause for the operator alone */
  constructor(
    code: ErrorCode,
    message: string | null = null,
    details: Readonly<Record<string, unknown>> = {},
    cause: unknown = undefined,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message ?? errorCodes[code][1], { cause });
    this.name = "GatewayError";
    this.code = code;
    this.details = details;
    this.headers = headers;
  }

  /** The same with further headers. */
  withHeaders(headers: Readonly<Record<string, string>>): GatewayError {
    return new GatewayError(this.code, this.message, this.details, this.cause, { ...this.headers, ...headers });
  }

  get status(): number {
    return errorCodes[this.code][0];
  }

  /** As GraphQL shows it, with the HTTP status for Apollo Server. */
  toGraphQL(): GraphQLError {
    return new GraphQLError(this.message, {
      extensions: { code: this.code, ...this.details, http: { status: this.status } },
    });
  }
}
