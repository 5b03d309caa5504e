import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { grantHeader } from "../../schema/grant.ts";
import type { RunningSubgraph, SubgraphRequest } from "../../subgraphs/serve.ts";

/** A door that works each answer out once. */
export interface RememberingDoor {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A subgraph's HTTP door that answers from memory what it was asked before, in the same words: under a real grant the first time, and
 * whoever asks after that. It stands for subgraphs that cost nothing, so that what is left of a request is the gateway's.
 */
export async function rememberingDoor(running: RunningSubgraph): Promise<RememberingDoor> {
  const remembered = new Map<string, Promise<string>>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    let answer = remembered.get(body);
    if (answer === undefined) {
      const grant = request.headers[grantHeader.toLowerCase()];
      const { query, variables = {}, operationName = null } = JSON.parse(body) as SubgraphRequest;
      const asked = { query, variables, operationName, grant: String(grant ?? ""), operationId: randomUUID() };
      answer = running.answer(asked).then((told) => JSON.stringify(told));
      // A refusal is none that another should hear.
      void answer.then((text) => (text.includes('"errors"') ? remembered.delete(body) : null));
      remembered.set(body, answer);
    }
    response.setHeader("content-type", "application/json").end(await answer);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
