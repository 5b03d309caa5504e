import { randomUUID } from "node:crypto";
import { type FastifyError, type FastifyInstance, type FastifyRequest, fastify } from "fastify";
import { z } from "zod";
import { grantHeader, operationIdHeader } from "../schema/grant.ts";
import type { RunningSubgraph, SubgraphRequest } from "./serve.ts";
import { type SubgraphErrorCode, subgraphErrorCodes } from "./shell/SubgraphError.ts";

/** A subgraph that can be reached over HTTP. */
export interface ListeningSubgraph {
  /** For example `http://127.0.0.1:4001`; the door itself is `/graphql` below it. */
  readonly url: string;
  /** Takes no more requests and ends those under way; the subgraph itself goes on. */
  stop(): Promise<void>;
}

/** An entity request names up to some thousand persons, about a hundred bytes each. */
const bodyBytesMax = 2_000_000;
const operationIdCharactersMax = 64;

const body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/**
 * The HTTP door of one subgraph: `POST /graphql` for the gateway, `GET /health/live` and `/health/ready` for the watch.
 * It adds nothing to what the subgraph answers; every refusal is a code of the subgraph's closed set.
 *
 * @param port 0: any free one
 * @param ready whether the subgraph can answer, asked at each `/health/ready`
 * @throws Error with one line that says what to do when the port cannot be had
 */
export async function listen(
  running: RunningSubgraph,
  port: number,
  host: string,
  ready: () => Promise<boolean> = async () => true,
): Promise<ListeningSubgraph> {
  const server = fastify({ bodyLimit: bodyBytesMax, logger: false, forceCloseConnections: "idle" });
  server.addHook("onRequest", async (_request, reply) => void reply.header("cache-control", "no-store"));
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    return reply.code(status).send(refusal(status < 500 ? "BAD_REQUEST" : "INTERNAL"));
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send(refusal("BAD_REQUEST")));
  server.post("/graphql", async (request, reply) => {
    const parsed = body.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send(refusal("BAD_REQUEST"));
    return running.answer(toSubgraphRequest(request, parsed.data));
  });
  server.get("/health/live", () => ({ status: "live" }));
  server.get("/health/ready", async (_request, reply) => {
    const isReady = await ready();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? "ready" : "not ready" });
  });
  const url = await open(server, port, host);
  return { url, stop: () => server.close() };
}

function toSubgraphRequest(request: FastifyRequest, given: z.infer<typeof body>): SubgraphRequest {
  return {
    query: given.query,
    variables: given.variables ?? {},
    operationName: given.operationName ?? null,
    grant: header(request, grantHeader),
    operationId: header(request, operationIdHeader)?.slice(0, operationIdCharactersMax) ?? randomUUID(),
  };
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}

function refusal(code: SubgraphErrorCode) {
  return { errors: [{ message: subgraphErrorCodes[code], extensions: { code } }] };
}

async function open(server: FastifyInstance, port: number, host: string): Promise<string> {
  try {
    return await server.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new Error(`Port ${port} is in use. Choose another with --port (0: any).`);
    throw new Error(`Port ${port} of ${host} cannot be opened (${code}). Choose another with --port or HOST.`);
  }
}
