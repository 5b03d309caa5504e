import { setTimeout } from "node:timers/promises";
import { ImportError } from "../ImportError.ts";
import { limits } from "../limits.ts";
import type { Answer } from "./Answer.ts";

/** Codes of answers after which the same request may be sent again: whatever it did, it does no second time. */
const passing = new Set([
  "MUTATION_UNCERTAIN",
  "SUBGRAPH_UNAVAILABLE",
  "RECORD_UNAVAILABLE",
  "ISSUER_UNAVAILABLE",
  "DAY_ENDED",
  "REQUEST_TIMEOUT",
  "TOO_MANY_REQUESTS",
  "INTERNAL",
]);

/** How the gateway is reached, and what is stated with each request. */
export interface GatewayOptions {
  readonly url: string;
  /** A token that is valid now. Asked for again where one was refused. */
  token(): Promise<string>;
  readonly reason: string;
  /** Milliseconds before a second try; `limits.pauseMilliseconds` by default. */
  readonly pauseMilliseconds?: number | undefined;
}

/** The running gateway, as a sender sees it. */
export class Gateway {
  readonly #options: GatewayOptions;
  #token: string | null = null;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  /**
   * Sends an operation until it is answered, with longer and longer pauses between. Everything an import sends may be sent twice.
   *
   * @throws ImportError where the gateway does not answer, or refuses the sender
   */
  async send(query: string, variables: object): Promise<Answer> {
    let unanswered = "it does not answer";
    for (let attempt = 1; attempt <= limits.triesMax; attempt += 1) {
      const answered = await this.#try(JSON.stringify({ query, variables }));
      if ("answer" in answered) return answered.answer;
      unanswered = answered.why;
      const { pauseMilliseconds = limits.pauseMilliseconds } = this.#options;
      const pause = Math.max(pauseMilliseconds * 2 ** (attempt - 1), answered.seconds * 1000);
      if (attempt < limits.triesMax) await setTimeout(pause);
    }
    throw new ImportError(
      `The gateway at ${this.#options.url} cannot take more now: ${unanswered}. What was answered is taken; run the same command again to go on.`,
    );
  }

  /** The same for an operation that the sender's schema may not have: then it is left. */
  async sendIfOffered(query: string, variables: object): Promise<void> {
    try {
      await this.send(query, variables);
    } catch (error) {
      if (!(error instanceof ImportError && error.message.includes("GRAPHQL_VALIDATION_FAILED"))) throw error;
    }
  }

  async #try(body: string): Promise<{ readonly answer: Answer } | { readonly why: string; readonly seconds: number }> {
    try {
      const response = await fetch(`${this.#options.url}/graphql`, {
        method: "POST",
        headers: await this.#headers(),
        body,
        signal: AbortSignal.timeout(limits.requestMilliseconds),
      });
      const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
      const codes = errors.map(({ extensions }) => extensions?.code ?? "");
      if (codes.some((code) => passing.has(code))) {
        return { why: codes.join(", "), seconds: Number(response.headers.get("retry-after") ?? 0) };
      }
      if (response.status === 401 && this.#token !== null) {
        const before = this.#token;
        this.#token = await this.#options.token();
        if (this.#token !== before) return { why: "the token has expired", seconds: 0 };
      }
      this.#refuseRefusal(response.status, errors);
      return { answer: { data, errors } };
    } catch (error) {
      if (error instanceof ImportError) throw error;
      return { why: "it does not answer", seconds: 0 };
    }
  }

  async #headers(): Promise<Record<string, string>> {
    this.#token ??= await this.#options.token();
    return {
      "content-type": "application/json",
      authorization: `Bearer ${this.#token}`,
      "access-purpose": "DATA_MAINTENANCE",
      "access-reason": encodeURIComponent(this.#options.reason),
    };
  }

  /** What the gateway refuses as a whole, it refuses every time. */
  #refuseRefusal(status: number, errors: Answer["errors"]): void {
    if (status < 400) return;
    const [{ message = `status ${status}`, extensions = {} } = {}] = errors;
    throw new ImportError(`The gateway refuses what is sent (${extensions.code ?? status}): ${message}`);
  }
}
