import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { GatewayError } from "../errors.ts";
import type { TrustedIssuer } from "./TrustedIssuer.ts";

/** Milliseconds: how long the issuer may take, how rarely an unknown key makes us ask again, how long keys are kept. */
const patience = { timeoutDuration: 5_000, cooldownDuration: 30_000, cacheMaxAge: 600_000 } as const;

const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.url() });

export interface RemoteIssuerOptions {
  /** Issuer as it stands in the claim `iss`; the discovery document stands below it. */
  readonly url: string;
  /**
   * Host (`name` or `name:port`) that may be reached without TLS, for a provider in the same closed network; null for none.
   * Loopback always may.
   */
  readonly plainHttpHost?: string | null;
}

/**
 * An OIDC issuer by URL. It is discovered on the first token, so that the gateway starts before its provider does;
 * a discovery that fails is tried again with the next token.
 *
 * @throws Error when the URL is none, or would be asked over plain HTTP
 */
export function remoteIssuer({ url, plainHttpHost = null }: RemoteIssuerOptions): TrustedIssuer {
  requireTls(url, plainHttpHost);
  let discovered: Promise<JWTVerifyGetKey> | null = null;
  return {
    issuer: url,
    async findKey(header, token) {
      try {
        discovered ??= discover(url, plainHttpHost);
        const findKey = await discovered.catch((error: unknown) => {
          discovered = null;
          throw error;
        });
        return await findKey(header, token);
      } catch (error) {
        if (isFaultOfToken(error)) throw error;
        throw new GatewayError("ISSUER_UNAVAILABLE");
      }
    },
  };
}

async function discover(url: string, plainHttpHost: string | null): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${url.replace(/\/$/, "")}/.well-known/openid-configuration`, {
    headers: { accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(patience.timeoutDuration),
  });
  if (!response.ok) throw new Error(`Discovery answered ${response.status}.`);
  const document = discoveryDocument.parse(await response.json());
  if (document.issuer !== url) throw new Error("The discovery document names another issuer.");
  requireTls(document.jwks_uri, plainHttpHost);
  return createRemoteJWKSet(new URL(document.jwks_uri), patience);
}

function requireTls(url: string, plainHttpHost: string | null): void {
  const parsed = URL.parse(url);
  if (parsed === null) throw new Error("The issuer's URL cannot be read.");
  if (parsed.protocol === "https:") return;
  const mayBePlain = loopbackHosts.has(parsed.hostname) || parsed.host === plainHttpHost;
  if (parsed.protocol !== "http:" || !mayBePlain) {
    throw new Error("The issuer's URL and that of its keys must begin with https:// unless they are on this machine.");
  }
}

/** Whether the token names a key that the issuer does not have; everything else is the issuer's failure. */
function isFaultOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
