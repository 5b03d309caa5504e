import { ConsecutiveBreaker, circuitBreaker, handleAll, handleWhen, type IPolicy, retry, wrap } from "cockatiel";
import { Pool } from "undici";

/** How long a subgraph is waited for, and when it is left alone. */
export interface SubgraphPatience {
  /** From the request to the last byte of the answer. */
  readonly deadlineMilliseconds: number;
  /** Failures in a row after which it is not asked for a while. */
  readonly failuresMax: number;
  readonly restMilliseconds: number;
  readonly answerBytesMax: number;
}

const patience: SubgraphPatience = {
  deadlineMilliseconds: 10_000,
  failuresMax: 5,
  restMilliseconds: 5_000,
  answerBytesMax: 32_000_000,
};
const connectionsMax = 32;

/** One request to a subgraph's HTTP door. */
export interface SubgraphPost {
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
  /** Whether asking twice is as good as asking once. */
  readonly repeatable: boolean;
}

/** What came back, whatever its status. */
export interface SubgraphText {
  readonly status: number;
  readonly text: string;
}

/** A connection that was lost before an answer came: a kept one may have been closed at the other end a moment ago. */
const lost = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "UND_ERR_SOCKET"]);

/**
 * Kept connections to one subgraph. A question that may be asked twice is asked once more where its connection is lost, nothing else is;
 * a subgraph that fails again and again is not asked for a while, and the next question after that decides. One that is slow holds up
 * nobody who does not need it, for each has a pool of its own.
 */
export class SubgraphPool {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #deadlineMilliseconds: number;
  readonly #once: IPolicy;
  readonly #again: IPolicy;

  /** @param url address of its GraphQL endpoint */
  constructor(url: string, given: Partial<SubgraphPatience> = {}) {
    const { origin, pathname, search } = new URL(url);
    const { deadlineMilliseconds, failuresMax, restMilliseconds, answerBytesMax } = { ...patience, ...given };
    this.#path = `${pathname}${search}`;
    this.#deadlineMilliseconds = deadlineMilliseconds;
    this.#pool = new Pool(origin, {
      connections: connectionsMax,
      headersTimeout: deadlineMilliseconds,
      bodyTimeout: deadlineMilliseconds,
      maxResponseSize: answerBytesMax,
    });
    this.#once = circuitBreaker(handleAll, {
      halfOpenAfter: restMilliseconds,
      breaker: new ConsecutiveBreaker(failuresMax),
    });
    const isLost = handleWhen((error) => lost.has((error as NodeJS.ErrnoException).code ?? ""));
    this.#again = wrap(retry(isLost, { maxAttempts: 1 }), this.#once);
  }

  /** @throws Error where it cannot be reached in time, answers with too much, or is not asked because it failed again and again */
  post(post: SubgraphPost): Promise<SubgraphText> {
    return (post.repeatable ? this.#again : this.#once).execute(() => this.#send(post));
  }

  /** By undici's own handlers: streams, signals and their listeners would cost more than the rest of a call. */
  #send({ headers, body }: SubgraphPost): Promise<SubgraphText> {
    const { promise, resolve, reject } = Promise.withResolvers<SubgraphText>();
    const chunks: Buffer[] = [];
    let status = 0;
    const tooLate = new Error("The subgraph did not answer in time.");
    // A timer may be a millisecond early.
    const until = performance.now() + this.#deadlineMilliseconds - 1;
    let abort: (reason: Error) => void = reject;
    const late = setTimeout(() => abort(tooLate), this.#deadlineMilliseconds);
    this.#pool.dispatch(
      {
        path: this.#path,
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json", ...headers },
        body,
      },
      {
        onRequestStart(controller) {
          abort = (reason) => controller.abort(reason);
          // It waited for a connection until nobody waits for it any more: a mutation would be carried out after it was given up.
          if (performance.now() >= until) abort(tooLate);
        },
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          clearTimeout(late);
          resolve({ status, text: (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString() });
        },
        onResponseError(_controller, error) {
          clearTimeout(late);
          reject(error);
        },
      },
    );
    return promise;
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
