import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { GatewayError } from "../errors.ts";
import { AuthorizationCodes } from "./AuthorizationCodes.ts";
import { authorizationRequest } from "./authorizationRequest.ts";
import { authorizePage } from "./authorizePage.ts";
import { consoleClient } from "./consoleClient.ts";
import type { DemonstrationIssuer } from "./demonstrationIssuer.ts";
import { headerValues } from "./headerValues.ts";
import { ProofVerifier } from "./ProofVerifier.ts";
import { personaListing } from "./personaListing.ts";
import { type Persona, personas } from "./personas.ts";
import { proofAlgorithms } from "./proofAlgorithms.ts";
import { tokenLife } from "./tokenLife.ts";

const tokenRequest = z.strictObject({ persona: z.string() });

const codeRequest = z.strictObject({
  grant_type: z.literal("authorization_code"),
  code: z.string(),
  redirect_uri: z.string(),
  client_id: z.string(),
  code_verifier: z.string().regex(/^[\w.~-]{43,128}$/),
});

const choice = authorizationRequest.extend({ persona: z.string() });

/** Whom a token is asked for; the nonce and client of a code, null for a persona that is named outright. */
interface Wanted {
  readonly persona: Persona;
  readonly code: { readonly clientId: string; readonly nonce: string | null } | null;
}

const pageHeaders = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;

/**
 * Fastify plugin: the demonstration's OIDC issuer over HTTP. Discovery and keys for whoever verifies tokens elsewhere, the code flow
 * with PKCE for the console, the personas and `POST /issuer/token {"persona"}` for scripts. Whoever sends a proof of possession (header
 * DPoP) gets a token that is bound to the proof's key. Nothing may be kept by a browser.
 *
 * @param options.styles address of the style sheet of its page
 */
export async function issuerRoutes(
  fastify: FastifyInstance,
  { issuer, styles }: { issuer: DemonstrationIssuer; styles: string },
): Promise<void> {
  const proofs = new ProofVerifier(null);
  const codes = new AuthorizationCodes(issuer.codeKey);
  const here = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`;

  fastify.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
    done(null, onlyOnce(new URLSearchParams(String(body)))),
  );

  fastify.get("/issuer/.well-known/openid-configuration", (request, reply) =>
    reply.header("cache-control", "no-store").send({
      issuer: issuer.issuer,
      authorization_endpoint: `${here(request)}/issuer/authorize`,
      jwks_uri: `${here(request)}/issuer/jwks`,
      token_endpoint: `${here(request)}/issuer/token`,
      response_types_supported: ["code"],
      grant_types_supported: ["authorization_code"],
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: ["none"],
      authorization_response_iss_parameter_supported: true,
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["EdDSA"],
      dpop_signing_alg_values_supported: proofAlgorithms,
    }),
  );

  fastify.get("/issuer/jwks", (_, reply) => reply.header("cache-control", "no-store").send(issuer.keySet));

  fastify.get("/issuer/personas", (_, reply) => reply.header("cache-control", "no-store").send(personaListing));

  fastify.get("/issuer/authorize", (request, reply) => {
    const asked = authorizationRequest.safeParse(onlyOnce(new URLSearchParams(request.url.split("?")[1] ?? "")));
    if (!asked.success || !isOurs(asked.data.redirect_uri, here(request))) return refuseAuthorization(reply);
    return reply
      .headers(pageHeaders)
      .type("text/html; charset=utf-8")
      .send(authorizePage(asked.data, personaListing, styles));
  });

  fastify.post("/issuer/authorize", (request, reply) => {
    const chosen = choice.safeParse(request.body);
    const persona = chosen.success ? personas.get(chosen.data.persona) : undefined;
    if (!chosen.success || persona === undefined || !isOurs(chosen.data.redirect_uri, here(request)))
      return refuseAuthorization(reply);
    const { client_id, redirect_uri, code_challenge, nonce, state } = chosen.data;
    const code = codes.give({
      persona,
      clientId: client_id,
      redirectUri: redirect_uri,
      challenge: code_challenge,
      nonce: nonce ?? null,
    });
    const back = new URL(redirect_uri);
    back.search = String(new URLSearchParams({ code, state, iss: issuer.issuer }));
    return reply.header("cache-control", "no-store").redirect(back.href, 303);
  });

  fastify.post("/issuer/token", async (request, reply) => {
    reply.header("cache-control", "no-store");
    const wanted = wantedBy(request, codes);
    if ("error" in wanted) return reply.code(400).send(wanted);
    const sent = headerValues(request.raw.rawHeaders, "DPoP");
    const proved = { method: request.method, url: `${here(request)}/issuer/token`, token: null };
    const jkt = sent.length === 0 ? null : await proofs.verify(sent, proved).catch(errorOf);
    if (jkt instanceof GatewayError) {
      return reply.code(400).send({ error: "invalid_dpop_proof", error_description: jkt.message });
    }
    const { persona, code } = wanted;
    const minutes = tokenLife.minutesDefault;
    return reply.send({
      access_token: await issuer.issueToken(persona, minutes, jkt === null ? undefined : { jkt }, code?.clientId),
      token_type: jkt === null ? "Bearer" : "DPoP",
      expires_in: minutes * 60,
      ...(code === null ? {} : { id_token: await issuer.issueIdToken(persona, code.clientId, code.nonce, minutes) }),
    });
  });
}

/** The console comes back to its own page on this very server. */
function isOurs(redirectUri: string, here: string): boolean {
  return redirectUri === `${here}${consoleClient.redirectPath}`;
}

/** Nobody is sent anywhere: an address that is not the console's may be an attacker's (RFC 9700, 4.11). */
function refuseAuthorization(reply: FastifyReply): FastifyReply {
  return reply.code(400).header("cache-control", "no-store").send({
    error: "invalid_request",
    error_description:
      "Begin the sign-in at the console's own page: it sends response_type, client_id, redirect_uri, PKCE.",
  });
}

function wantedBy(
  { body }: FastifyRequest,
  codes: AuthorizationCodes,
): Wanted | { readonly error: string; readonly error_description: string } {
  const redeemed = codeRequest.safeParse(body);
  if (redeemed.success) {
    const { code, client_id: clientId, redirect_uri: redirectUri, code_verifier: verifier } = redeemed.data;
    const grant = codes.redeem({ code, clientId, redirectUri, verifier });
    if (grant !== null) return { persona: grant.persona, code: { clientId, nonce: grant.nonce } };
    return { error: "invalid_grant", error_description: "The code is over, used, or another's. Sign in again." };
  }
  const parsed = tokenRequest.safeParse(body);
  const persona = parsed.success ? personas.get(parsed.data.persona) : undefined;
  if (persona !== undefined) return { persona, code: null };
  return {
    error: "invalid_request",
    error_description: 'Send {"persona": "<name>"} with a name of GET /issuer/personas.',
  };
}

/** Parameters by name; one that is sent twice is left as a list, which no schema takes (RFC 6749, 3.1). */
function onlyOnce(parameters: URLSearchParams): Readonly<Record<string, string | readonly string[]>> {
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

function errorOf(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  throw error;
}
