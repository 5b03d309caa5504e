import { type Asker, post } from "./post.ts";
import { Refusal } from "./Refusal.ts";

/** An operation with the types of its answer and variables, as `operations/` holds them. */
export interface Document<Result, Variables> {
  toString(): string;
  __apiType?: ((variables: Variables) => Result) | undefined;
}

/** What a field of the answer was withheld for. */
export interface Withheld {
  readonly path: readonly (string | number)[];
  readonly coordinate: string;
  readonly category: string;
}

/** Why a part of the answer is missing, beside what was withheld. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export interface Answer<Result> {
  readonly data: Result;
  readonly withheld: readonly Withheld[];
  readonly faults: readonly Fault[];
  /** What is said beside the data. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const withheldCode = "UNAUTHORIZED_FIELD_OR_TYPE";

/**
 * Asks `/graphql`, stating purpose, case and reason.
 *
 * @param extensions what is asked for beside the operation, as the gateway documents it
 * @throws Refusal with the server's code and sentence; `OFFLINE` where it cannot be reached
 */
export async function ask<Result, Variables>(
  asker: Asker,
  document: Document<Result, Variables>,
  variables: Variables,
  extensions?: Readonly<Record<string, unknown>>,
): Promise<Answer<Result>> {
  const sent = JSON.stringify({ query: String(document), variables, extensions });
  const response = await post(asker, "/graphql", sent);
  const { status } = response;
  const body: Body = await response.json().catch(() => {
    throw new Refusal(0, "OFFLINE", "");
  });
  const errors = body.errors ?? [];
  const faults = errors
    .filter(({ extensions }) => extensions?.code !== withheldCode)
    .map(({ message, path, extensions }) => ({
      message,
      path: path ?? [],
      code: String(extensions?.code ?? "INTERNAL"),
    }));
  const [first] = faults;
  if (isEmpty(body.data) && (first !== undefined || errors.length === 0)) {
    throw new Refusal(status, first?.code ?? "INTERNAL", first?.message ?? "");
  }
  const withheld = errors
    .filter(({ extensions }) => extensions?.code === withheldCode)
    .map(({ path, extensions }) => ({
      path: path ?? [],
      coordinate: String(extensions?.coordinate ?? ""),
      category: String(extensions?.category ?? ""),
    }));
  return { data: body.data as Result, withheld, faults, extensions: body.extensions ?? {} };
}

/** Whether nothing was answered at all, or nothing done. */
function isEmpty(data: unknown): boolean {
  if (data === null || data === undefined) return true;
  return Object.values(data).every((value) => value === null);
}
