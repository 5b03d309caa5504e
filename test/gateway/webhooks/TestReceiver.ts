import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** What a receiver was sent. */
export interface Received {
  readonly id: string;
  readonly caseRef: string;
  readonly path: string;
  readonly body: { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
}

type Behaviour = (request: IncomingMessage, response: ServerResponse, id: string) => void;

/** How a receiver behaves; `takes` is the right way. */
export const behaviours = {
  takes: (_request, response, id) => void response.writeHead(204, { "webhook-id": id }).end(),
  hangs: () => {},
  redirects: (_request, response) => void response.writeHead(307, { location: "/inward" }).end(),
  refuses: (_request, response) => void response.writeHead(500).end(),
  saysOkToAnything: (_request, response) => void response.writeHead(200).end("OK"),
  breaksOff: (request) => void request.socket.destroy(),
} as const satisfies Record<string, Behaviour>;

/** A receiver that verifies what it is sent as the specification says, and then behaves as it is told. */
export class TestReceiver {
  readonly secret = `whsec_${Buffer.from("a shared secret of the tests, 32").toString("base64")}`;
  readonly received: Received[] = [];
  behaviour: keyof typeof behaviours = "takes";
  /** Behaviour by case, where it differs. */
  readonly byCase = new Map<string, keyof typeof behaviours>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async open(): Promise<TestReceiver> {
    const receiver = new TestReceiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, "127.0.0.1", resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const headers = request.headers as Record<string, string>;
    const body = new Webhook(this.secret).verify(text, headers) as Received["body"];
    const id = headers["webhook-id"] ?? "";
    const caseRef = String(body.data.caseRef);
    this.received.push({ id, caseRef, path: request.url ?? "", body });
    const behaviour: Behaviour = behaviours[this.byCase.get(caseRef) ?? this.behaviour];
    behaviour(request, response, id);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
