import { z } from "zod";
import { consoleClient } from "./consoleClient.ts";

/** An authorization request as the demonstration's issuer takes it: code flow with PKCE (RFC 6749, 7636), for the console alone. */
export const authorizationRequest = z.strictObject({
  response_type: z.literal("code"),
  client_id: z.literal(consoleClient.id),
  redirect_uri: z.url(),
  scope: z.string().refine((scope) => scope.split(" ").includes(consoleClient.scope)),
  state: z.string().min(1).max(200),
  nonce: z.string().min(1).max(200).optional(),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal("S256"),
  dpop_jkt: z.string().max(100).optional(),
});

export type AuthorizationRequest = z.infer<typeof authorizationRequest>;
