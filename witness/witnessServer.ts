import { type FastifyInstance, fastify } from "fastify";
import type { Witness } from "./Witness.ts";

/** Bytes of a request: the longest proof and a checkpoint with many signatures stay far below. */
const bodyBytesMax = 64 * 1024;

/** The witness over HTTP: `POST /add-checkpoint` (C2SP tlog-witness), and health. */
export function witnessServer(witness: Witness): FastifyInstance {
  const server = fastify({ bodyLimit: bodyBytesMax, logger: false });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  server.setErrorHandler((_error, _request, reply) => reply.code(500).type("text/plain").send("The witness failed.\n"));
  server.post("/add-checkpoint", async (request, reply) => {
    const { status, contentType, body } = await witness.addCheckpoint(
      (request.body as Buffer | undefined) ?? Buffer.alloc(0),
    );
    return reply.code(status).type(contentType).send(body);
  });
  server.get("/health/ready", () => ({ status: "ready" }));
  return server;
}
