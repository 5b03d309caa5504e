import { z } from "zod";
import { type OperationName, operations } from "./operations.ts";
import type { Member } from "./PilotStaff.ts";

/** What is stated with a request. */
export interface Statement {
  readonly purpose: string;
  readonly caseRef: string;
}

/** What came back: the data, or the code of the refusal. */
export interface PilotAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: each act looks for what it asked
  readonly data: any;
  readonly refusal: string | null;
}

const answer = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }).optional() })).optional(),
});

/** What a simulation cannot go on with: the request itself is at fault, or the system. */
const fatal = new Set([
  "GRAPHQL_VALIDATION_FAILED",
  "GRAPHQL_PARSE_FAILED",
  "BAD_USER_INPUT",
  "INTERNAL",
  "INVALID_INPUT",
]);

/** Asks the gateway over HTTP, as any client does. */
export class PilotClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** @throws Error with the code where the request itself is at fault, or the system */
  async ask(
    member: Member,
    { purpose, caseRef }: Statement,
    name: OperationName,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<PilotAnswer> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await member.token()}`,
        "content-type": "application/json",
        "access-purpose": purpose,
        "access-case": encodeURIComponent(caseRef),
        "access-reason": encodeURIComponent("Simulation des Pilotprojekts"),
      },
      body: JSON.stringify({ query: operations[name], variables }),
    });
    const parsed = answer.parse(await response.json());
    const [error] = parsed.errors ?? [];
    const refusal = error === undefined ? null : (error.extensions?.code ?? "INTERNAL");
    if (refusal !== null && fatal.has(refusal)) throw new Error(`The pilot's ${name} was answered with ${refusal}.`);
    return { data: parsed.data ?? null, refusal };
  }
}
