import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { parse } from "yaml";
import { z } from "zod";
import { offices } from "../../schema/offices.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { consoleClient } from "../identity/consoleClient.ts";
import type { Policy } from "../policy/Policy.ts";
import { bundle } from "./bundle.ts";
import type { PageConfig } from "./pageConfig.ts";
import { pagePaths } from "./pagePaths.ts";

export interface PageOptions {
  /** Where people sign in. */
  readonly issuer: string;
  /** Whether the issuer is the demonstration's: its discovery document then stands on this server. */
  readonly demonstration: boolean;
  readonly policy: () => Pick<Policy, "purposes" | "roles">;
}

const html = readFileSync(new URL("pages/index.html", import.meta.url), "utf8");

/** Name of a contract → who reads it. */
const contracts = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(readFileSync(new URL("../../schema/contracts/index.yaml", import.meta.url), "utf8")));

/** Fastify plugin: the console's pages and what they load, all of it from this server. */
export async function pageRoutes(fastify: FastifyInstance, options: PageOptions): Promise<void> {
  const headers = pageHeaders(options.demonstration ? null : new URL(options.issuer).origin);

  for (const path of pagePaths) {
    fastify.get(path, (_, reply) =>
      reply
        .headers(headers)
        .type("text/html; charset=utf-8")
        .send(html.replace("{{config}}", () => attribute(configOf(options)))),
    );
  }

  fastify.get<{ Params: { name: string } }>("/konsole/:name", async (request, reply) => {
    const file = (await bundle()).get(request.params.name);
    if (file === undefined) return reply.callNotFound();
    reply
      .headers(headers)
      .header("cache-control", "no-cache")
      .header("etag", file.tag)
      .header("vary", "accept-encoding");
    if (request.headers["if-none-match"] === file.tag) return reply.code(304).send();
    const compressed = file.brotli !== null && /\bbr\b/.test(String(request.headers["accept-encoding"] ?? ""));
    if (compressed) reply.header("content-encoding", "br");
    return reply.type(file.type).send(compressed ? file.brotli : file.body);
  });
}

/** @param issuerOrigin where the page asks for tokens beside this server; null: nowhere else */
function pageHeaders(issuerOrigin: string | null): Readonly<Record<string, string>> {
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      // KERN draws its icons from addresses of this kind.
      "img-src data:",
      `connect-src 'self'${issuerOrigin === null ? "" : ` ${issuerOrigin}`}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  };
}

function configOf({ issuer, demonstration, policy }: PageOptions): PageConfig {
  const { purposes, roles } = policy();
  return {
    issuer,
    discovery: demonstration
      ? "/issuer/.well-known/openid-configuration"
      : `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: consoleClient.id,
    demonstration,
    purposes: [...purposes.values()].map(({ id, german, english, caseless }) => ({ id, german, english, caseless })),
    offices: Object.fromEntries([...offices.values()].map(({ id, name }) => [id, name])),
    kinds: Object.fromEntries([...offices.values()].map(({ id, kind }) => [id, kind])),
    contracts: Object.fromEntries(
      Object.entries(contracts).flatMap(([name, readers]) => readers.map((reader) => [reader, name] as const)),
    ),
    roles: Object.fromEntries([...roles.values()].map(({ id, german, english }) => [id, { german, english }])),
    categories: Object.fromEntries(Object.entries(vocabulary.categories).map(([id, { german }]) => [id, german])),
  };
}

/** JSON as the value of an attribute in double quotes. */
function attribute(config: PageConfig): string {
  return JSON.stringify(config).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
