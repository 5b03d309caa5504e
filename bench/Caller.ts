import { Pool } from "undici";
import type { Question } from "./questions.ts";

/** A client of one gateway that keeps its connections, one a request under way, and asks in the name of many requesters. */
export class Caller {
  /** Bearer tokens of the requesters. */
  readonly tokens: readonly string[];
  readonly #pool: Pool;
  readonly #path: string;
  #asked = 0;

  constructor(url: string, tokens: readonly string[], connections: number) {
    const { origin, pathname } = new URL(url);
    this.#pool = new Pool(origin, { connections, pipelining: 1 });
    this.#path = pathname;
    this.tokens = tokens;
  }

  /**
   * @param requester position of who asks; the requesters in turn where it is left out
   * @throws Error when the gateway does not answer with status 200
   */
  async ask({ query, variables, caseRef }: Question, requester = this.#asked++): Promise<Buffer> {
    const response = await this.#pool.request({
      path: this.#path,
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${this.tokens[requester % this.tokens.length]}`,
        "access-purpose": "CASE_MANAGEMENT",
        "access-case": caseRef,
        "access-reason": "Messung",
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = Buffer.from(await response.body.arrayBuffer());
    if (response.statusCode !== 200) throw new Error(`A gateway answered with status ${response.statusCode}.`);
    return body;
  }

  /**
   * The whole answer, for a look inside.
   *
   * @throws Error when anything of it is missing or withheld
   */
  async data(question: Question, requester?: number): Promise<unknown> {
    const { data, errors } = JSON.parse((await this.ask(question, requester)).toString()) as {
      data?: unknown;
      errors?: unknown;
    };
    if (errors !== undefined || !data)
      throw new Error("A gateway withheld or missed something that the benchmark asks for.");
    return data;
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
