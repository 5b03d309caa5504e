import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { buildSchema, execute, parse, validate } from "graphql";

const schema = buildSchema(
  "type Query { persons: Persons _service: Service } type Persons { totalCount: Int } type Service { sdl: String }",
);
const rootValue = { persons: { totalCount: 3 }, _service: { sdl: "type Query" } };

/** A gateway as one might write it in an afternoon: it answers whatever it can read, and says what went wrong. */
export class NaiveGateway {
  /** Requests that it got. */
  requests = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      this.requests += 1;
      const answer = await this.#answer(request).catch((error: Error) => ({
        errors: [{ message: error.message, stacktrace: error.stack }],
      }));
      response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
    });
  }

  async listen(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/graphql`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage): Promise<unknown> {
    const inAddress = new URL(request.url ?? "", "http://none.invalid").searchParams.get("query");
    const body = inAddress === null ? JSON.parse(await text(request)) : { query: inAddress };
    return Array.isArray(body) ? Promise.all(body.map((each) => this.#run(each.query))) : this.#run(body.query);
  }

  async #run(query: string): Promise<unknown> {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    const result = await execute({ schema, document, rootValue });
    return { ...result, extensions: { valueCompletion: [] } };
  }
}
