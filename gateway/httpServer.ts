import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { answer } from "./answer.ts";
import { answerUnreadable } from "./answerUnreadable.ts";
import { clientCertificate } from "./clientCertificate.ts";
import { GatewayError } from "./errors.ts";
import { failIdentification } from "./failIdentification.ts";
import type { House } from "./House.ts";
import type { IdentifiedBy } from "./identify.ts";
import { limits } from "./limits.ts";
import { occasionOf } from "./occasionOf.ts";
import type { PolicyInForce } from "./PolicyInForce.ts";
import { refusalBody } from "./refusalBody.ts";
import type { TrustsAddress } from "./trustedProxies.ts";

/** How the server is reached. */
export interface Reach {
  /** Where requesters find the server, for example `https://api.example`; null: where the request says. */
  readonly publicUrl: string | null;
  /** Proxies whose headers are believed: `X-Forwarded-For`, `X-Forwarded-Proto`, `Client-Cert`. */
  readonly proxies: TrustsAddress;
  /** Key and certificate where TLS ends here, PEM; null: plain HTTP. Clients are asked for a certificate. */
  readonly tls: { readonly key: string; readonly cert: string; readonly ca: string | null } | null;
}

/** Reached without a proxy and without TLS. */
const directly: Reach = { publicUrl: null, proxies: () => false, tls: null };

/** Whether the parts the gateway depends on answer; the names of those that do not. */
export type Readiness = () => Promise<readonly string[]>;

/**
 * The one content type of an operation. A browser sends it to another site only after that site has agreed, unlike forms and texts,
 * and no other character set makes other letters of the same bytes.
 */
const jsonInUtf8 = /^application\/json[ \t]*(?:;[ \t]*charset=("?)utf-8\1[ \t]*)?$/i;

/**
 * The HTTP server: `/graphql`, health, and whatever `routes` adds. No answer may be kept by anybody on the way, and no
 * error tells of the inside.
 *
 * @param house asked anew for each request, so that each is answered by one policy from its beginning to its end
 */
export function httpServer(
  house: () => House,
  ready: Readiness,
  policy: Pick<PolicyInForce, "state">,
  routes: (server: FastifyInstance, identifiedBy: (request: FastifyRequest) => IdentifiedBy) => void,
  reach: Reach = directly,
): FastifyInstance {
  const server = open(reach);
  const identifiedBy = (request: FastifyRequest): IdentifiedBy => ({
    method: request.method,
    url: `${reach.publicUrl ?? `${request.protocol}://${request.host}`}${request.url.split("?")[0]}`,
    certificate: clientCertificate(request.raw, reach.proxies),
    address: request.ip,
    rawHeaders: request.raw.rawHeaders,
  });
  server.addHook("onRequest", async (request, reply) => {
    reply.header("cache-control", "no-store");
    // Node would refuse it without the header above (RFC 9112, section 3.2).
    if (request.headers.host === undefined && request.raw.httpVersion !== "1.0")
      throw new GatewayError("REQUEST_UNREADABLE", "Send the header Host.");
  });
  /** A body that cannot be read is refused before anybody is identified: it counts, and is on record, like a request of nobody known. */
  const unread = async (refusal: GatewayError, { ip, raw }: FastifyRequest): Promise<GatewayError> => {
    const open = house();
    let told = refusal;
    try {
      open.wear.countStranger(ip, new Date());
    } catch (error) {
      told = error instanceof GatewayError ? error : new GatewayError("INTERNAL");
    }
    await failIdentification(told, occasionOf(raw, open), open).catch(() => {});
    return told;
  };
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    const told = toGatewayError(error);
    const refusal = error instanceof GatewayError || told.status >= 500 ? told : await unread(told, request);
    if (refusal.code === "INTERNAL") house().report("failure", { code: refusal.code, error });
    return reply.code(refusal.status).headers(refusal.headers).send(refusalBody(refusal));
  });
  server.setNotFoundHandler(() => {
    throw new GatewayError("NOT_FOUND_ROUTE");
  });
  // JSON alone: what a form of another site can send is never read.
  server.removeContentTypeParser("text/plain");
  // No GET: an operation in an address would stand in logs and caches on the way. HEAD comes with it.
  server.route({
    method: server.supportedMethods.filter((method) => method !== "POST" && method !== "HEAD"),
    url: "/graphql",
    handler() {
      throw new GatewayError("METHOD_NOT_ALLOWED", null, {}, undefined, { allow: "POST" });
    },
  });
  server.route({
    method: "POST",
    url: "/graphql",
    async onRequest(request) {
      if (!jsonInUtf8.test(request.headers["content-type"] ?? "")) throw await unread(notJson(), request);
    },
    async handler(request, reply) {
      const { status, headers, body } = await answer(
        {
          ...identifiedBy(request),
          search: request.url.includes("?") ? new URL(request.url, "http://localhost").search : "",
          body: request.body ?? null,
        },
        house(),
      );
      return reply.code(status).headers(headers).header("cache-control", "no-store").send(body);
    },
  });
  server.get("/health/live", () => ({ status: "live" }));
  server.get("/health/ready", async (_request, reply) => {
    const missing = await ready();
    return reply
      .code(missing.length === 0 ? 200 : 503)
      .send({ status: missing.length === 0 ? "ready" : "not ready", missing, policy: policy.state });
  });
  routes(server, identifiedBy);
  return server;
}

function open({ tls, proxies }: Reach): FastifyInstance {
  const options = {
    bodyLimit: limits.bodyBytesMax,
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
    logger: false,
    forceCloseConnections: "idle",
    trustProxy: proxies,
    requestTimeout: limits.requestMillisecondsMax,
    clientErrorHandler: answerUnreadable,
    frameworkErrors,
  } as const;
  const reading = { maxHeaderSize: limits.headerBytesMax, requireHostHeader: false };
  if (tls === null) return fastify({ ...options, http: reading });
  // A certificate need not be from an authority: what counts is that the token is bound to it (RFC 8705, section 3).
  const { ca, ...own } = tls;
  const https = {
    ...reading,
    ...own,
    requestCert: true,
    rejectUnauthorized: ca !== null,
    ...(ca === null ? {} : { ca }),
  };
  return fastify({ ...options, https }) as unknown as FastifyInstance;
}

/** An address that cannot be decoded: no hook and no handler runs for it. */
function frameworkErrors(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const refusal = new GatewayError("NOT_FOUND_ROUTE");
  void reply.code(refusal.status).header("cache-control", "no-store").send(refusalBody(refusal));
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
      return notJson();
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? new GatewayError("MALFORMED_REQUEST")
        : new GatewayError("INTERNAL");
  }
}

function notJson(): GatewayError {
  return new GatewayError("MALFORMED_REQUEST", "Send the operation as application/json in UTF-8.");
}
