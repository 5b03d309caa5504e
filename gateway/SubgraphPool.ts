import { Pool } from "undici";

/** Longest wait for a subgraph. */
const subgraphTimeoutMilliseconds = 10_000;
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

/** Kept connections to one subgraph. */
export class SubgraphPool {
  readonly #pool: Pool;
  readonly #path: string;

  /** @param url address of its GraphQL endpoint */
  constructor(url: string) {
    const { origin, pathname, search } = new URL(url);
    this.#path = `${pathname}${search}`;
    this.#pool = new Pool(origin, {
      connections: connectionsMax,
      headersTimeout: subgraphTimeoutMilliseconds,
      bodyTimeout: subgraphTimeoutMilliseconds,
    });
  }

  /** @throws Error where it cannot be reached in time */
  async post({ headers, body }: SubgraphPost): Promise<SubgraphText> {
    const response = await this.#pool.request({
      path: this.#path,
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body,
    });
    return { status: response.statusCode, text: await response.body.text() };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
