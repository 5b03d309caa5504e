import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { DemonstrationIssuer } from "./demonstrationIssuer.ts";
import { personaListing } from "./personaListing.ts";
import { personas } from "./personas.ts";
import { tokenLife } from "./tokenLife.ts";

const tokenRequest = z.strictObject({ persona: z.string() });

/**
 * Fastify plugin: the demonstration's OIDC issuer over HTTP. Discovery and keys for whoever verifies tokens elsewhere,
 * the personas and `POST /issuer/token {"persona"}` for the console. Nothing may be kept by a browser.
 */
export async function issuerRoutes(
  fastify: FastifyInstance,
  { issuer }: { issuer: DemonstrationIssuer },
): Promise<void> {
  fastify.get("/issuer/.well-known/openid-configuration", (request, reply) => {
    const here = `${request.protocol}://${request.host}/issuer`;
    return reply.header("cache-control", "no-store").send({
      issuer: issuer.issuer,
      jwks_uri: `${here}/jwks`,
      token_endpoint: `${here}/token`,
      response_types_supported: ["token"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["EdDSA"],
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
    return reply.send({
      access_token: await issuer.issueToken(persona, tokenLife.minutesDefault),
      token_type: "Bearer",
      expires_in: tokenLife.minutesDefault * 60,
    });
  });
}
