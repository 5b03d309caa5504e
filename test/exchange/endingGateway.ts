import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { World } from "../harness.ts";

/** A gateway that ends, as by a kill, once it has taken so many requests: before it answers, or before it does anything. */
export async function endingGateway(world: Pick<World, "post">, requests: number, isAnswerLost: boolean) {
  let taken = 0;
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    taken += 1;
    const isEnding = taken > requests;
    if (isEnding && !isAnswerLost) return void response.destroy();
    const { authorization = "", ...given } = request.headers as Record<string, string>;
    const headers = {
      authorization,
      "access-purpose": given["access-purpose"] ?? "",
      "access-reason": given["access-reason"] ?? "",
    };
    const reply = await world.post(headers, body.toString());
    if (isEnding) return void response.destroy();
    response.writeHead(reply.status, { "content-type": "application/json" }).end(reply.text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
