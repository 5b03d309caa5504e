import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { GatewayError } from "../errors.ts";
import type { DemonstrationIssuer } from "./demonstrationIssuer.ts";
import { headerValues } from "./headerValues.ts";
import { ProofVerifier } from "./ProofVerifier.ts";
import { personaListing } from "./personaListing.ts";
import { personas } from "./personas.ts";
import { proofAlgorithms } from "./proofAlgorithms.ts";
import { tokenLife } from "./tokenLife.ts";

const tokenRequest = z.strictObject({ persona: z.string() });

/**
 * Fastify plugin: the demonstration's OIDC issuer over HTTP. Discovery and keys for whoever verifies tokens elsewhere,
 * the personas and `POST /issuer/token {"persona"}` for the console. Whoever sends a proof of possession (header DPoP) gets a
 * token that is bound to the proof's key. Nothing may be kept by a browser.
 */
export async function issuerRoutes(
  fastify: FastifyInstance,
  { issuer }: { issuer: DemonstrationIssuer },
): Promise<void> {
  const proofs = new ProofVerifier(null);

  fastify.get("/issuer/.well-known/openid-configuration", (request, reply) => {
    const here = `${request.protocol}://${request.host}/issuer`;
    return reply.header("cache-control", "no-store").send({
      issuer: issuer.issuer,
      jwks_uri: `${here}/jwks`,
      token_endpoint: `${here}/token`,
      response_types_supported: ["token"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["EdDSA"],
      dpop_signing_alg_values_supported: proofAlgorithms,
    });
  });

  fastify.get("/issuer/jwks", (_, reply) => reply.header("cache-control", "no-store").send(issuer.keySet));

  fastify.get("/issuer/personas", (_, reply) => reply.header("cache-control", "no-store").send(personaListing));

  fastify.post("/issuer/token", async (request, reply) => {
    const parsed = tokenRequest.safeParse(request.body);
    const persona = parsed.success ? personas.get(parsed.data.persona) : undefined;
    reply.header("cache-control", "no-store");
    if (persona === undefined) {
      return reply.code(400).send({
        error: "invalid_request",
        error_description: 'Send {"persona": "<name>"} with a name of GET /issuer/personas.',
      });
    }
    const { method, protocol, host } = request;
    const sent = headerValues(request.raw.rawHeaders, "DPoP");
    const proved = { method, url: `${protocol}://${host}/issuer/token`, token: null };
    const jkt = sent.length === 0 ? null : await proofs.verify(sent, proved).catch(errorOf);
    if (jkt instanceof GatewayError) {
      return reply.code(400).send({ error: "invalid_dpop_proof", error_description: jkt.message });
    }
    return reply.send({
      access_token: await issuer.issueToken(persona, tokenLife.minutesDefault, jkt === null ? undefined : { jkt }),
      token_type: jkt === null ? "Bearer" : "DPoP",
      expires_in: tokenLife.minutesDefault * 60,
    });
  });
}

function errorOf(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  throw error;
}
