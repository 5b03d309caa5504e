/** An operation with the types of its answer and variables, as code generation writes it. */
export interface Operation<Result, Variables> {
  toString(): string;
  __apiType?: ((variables: Variables) => Result) | undefined;
}

/** What goes with every request: who asks (the token says), and what for. */
export interface Asking {
  /** Of the gateway, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly token: string;
  readonly purpose: string;
  /** Case or file reference; left out for a purpose that needs none. */
  readonly caseRef?: string;
  readonly reason: string;
}

/** An entry of `errors`. */
interface Entry {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly coordinate?: string };
}

export interface Answer<Result> {
  readonly data: Result;
  /** Coordinates of fields that are null because they were withheld: show them as withheld, not as empty. */
  readonly withheld: readonly string[];
  /** Name of the access record that this answer has made. */
  readonly record: string | null;
}

/**
 * Asks the gateway.
 *
 * @throws Error with the code and the sentence of a refusal; neither tells of a person
 */
export async function ask<Result, Variables>(
  { url, token, purpose, caseRef, reason }: Asking,
  operation: Operation<Result, Variables>,
  variables: Variables,
): Promise<Answer<Result>> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      // Headers are ASCII: what is beyond is percent-encoded.
      "access-purpose": purpose,
      "access-reason": encodeURIComponent(reason),
      ...(caseRef === undefined ? {} : { "access-case": encodeURIComponent(caseRef) }),
    },
    body: JSON.stringify({ query: String(operation), variables }),
  });
  const body = (await response.json()) as { readonly data?: Result | null; readonly errors?: readonly Entry[] };
  const isWithheld = ({ extensions }: Entry) => extensions?.code === "UNAUTHORIZED_FIELD_OR_TYPE";
  const failure = body.errors?.find((entry) => !isWithheld(entry));
  if (failure !== undefined || body.data === undefined || body.data === null) {
    throw new Error(`${failure?.extensions?.code ?? response.status}: ${failure?.message ?? "There is no answer."}`);
  }
  return {
    data: body.data,
    withheld: (body.errors ?? []).filter(isWithheld).map(({ extensions }) => extensions?.coordinate ?? ""),
    record: response.headers.get("access-record"),
  };
}
