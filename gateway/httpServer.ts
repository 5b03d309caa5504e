import { type FastifyError, type FastifyInstance, fastify } from "fastify";
import { answer } from "./answer.ts";
import { GatewayError } from "./errors.ts";
import type { House } from "./House.ts";
import { limits } from "./limits.ts";

/** Whether the parts the gateway depends on answer; the names of those that do not. */
export type Readiness = () => Promise<readonly string[]>;

/**
 * The HTTP server: `/graphql`, health, and whatever `routes` adds. No answer may be kept by anybody on the way, and no
 * error tells of the inside.
 */
export function httpServer(house: House, ready: Readiness, routes: (server: FastifyInstance) => void): FastifyInstance {
  const server = fastify({ bodyLimit: limits.bodyBytesMax, logger: false, forceCloseConnections: "idle" });
  server.addHook("onRequest", async (_request, reply) => void reply.header("cache-control", "no-store"));
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const refusal = toGatewayError(error);
    if (refusal.code === "INTERNAL") house.report("failure", { code: refusal.code, error });
    const { http: _http, ...extensions } = refusal.toGraphQL().extensions;
    return reply
      .code(refusal.status)
      .headers(refusal.headers)
      .send({ errors: [{ message: refusal.message, extensions }] });
  });
  server.setNotFoundHandler(() => {
    throw new GatewayError("NOT_FOUND_ROUTE");
  });
  // No GET: an operation in an address would stand in logs and caches on the way.
  server.get("/graphql", () => {
    throw new GatewayError("METHOD_NOT_ALLOWED");
  });
  server.route({
    method: "POST",
    url: "/graphql",
    async handler(request, reply) {
      const { status, headers, body } = await answer(
        {
          method: request.method,
          address: request.ip,
          rawHeaders: request.raw.rawHeaders,
          search: new URL(request.url, "http://localhost").search,
          body: request.body ?? null,
        },
        house,
      );
      return reply.code(status).headers(headers).header("cache-control", "no-store").send(body);
    },
  });
  server.get("/health/live", () => ({ status: "live" }));
  server.get("/health/ready", async (_request, reply) => {
    const missing = await ready();
    return reply
      .code(missing.length === 0 ? 200 : 503)
      .send({ status: missing.length === 0 ? "ready" : "not ready", missing });
  });
  routes(server);
  return server;
}

function toGatewayError(error: FastifyError | GatewayError): GatewayError {
  if (error instanceof GatewayError) return error;
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new GatewayError(
        "BODY_TOO_LARGE",
        `The body is larger than the limit bodyBytesMax of ${limits.bodyBytesMax} bytes.`,
        {
          limit: "bodyBytesMax",
        },
      );
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new GatewayError("MALFORMED_REQUEST", "Send the operation as application/json.");
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? new GatewayError("MALFORMED_REQUEST")
        : new GatewayError("INTERNAL");
  }
}
