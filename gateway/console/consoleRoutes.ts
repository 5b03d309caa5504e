import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import type { Purpose } from "../policy/Policy.ts";
import { assets } from "./assets.ts";

export interface ConsoleOptions {
  /** Whether the demonstration's issuer is there: the page then offers its personas, else a field for a token. */
  readonly demonstration: boolean;
  /** The purposes of the policy in force, by id: the page names them in German and knows which need a case. */
  readonly purposes: () => ReadonlyMap<string, Purpose>;
}

const headers = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
} as const;

const page = readFileSync(new URL("page/index.html", import.meta.url), "utf8");

/** Fastify plugin: GraphiQL at `/graphiql`, with everything it needs from this server. */
export async function consoleRoutes(fastify: FastifyInstance, options: ConsoleOptions): Promise<void> {
  const html = page.replace("{{sign-in}}", options.demonstration ? "persona" : "token");
  const purposes = () => [...options.purposes().values()].map(({ id, german, caseless }) => ({ id, german, caseless }));

  fastify.get("/graphiql", (_, reply) =>
    reply.headers(headers).header("cache-control", "no-store").type("text/html; charset=utf-8").send(html),
  );

  fastify.get("/graphiql/purposes", (_, reply) =>
    reply.headers(headers).header("cache-control", "no-store").send(purposes()),
  );

  for (const [name, { type, body, tag }] of assets) {
    fastify.get(`/graphiql/assets/${name}`, (request, reply) => {
      reply.headers(headers).header("cache-control", "no-cache").header("etag", tag);
      if (request.headers["if-none-match"] === tag) return reply.code(304).send();
      return reply.type(type).send(body);
    });
  }
}
