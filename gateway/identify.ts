import { subjectHolder } from "../schema/subjectHolder.ts";
import { accessHeaders } from "./identity/accessHeaders.ts";
import { bearerToken } from "./identity/bearerToken.ts";
import { TokenVerifier } from "./identity/TokenVerifier.ts";
import type { TrustedIssuer } from "./identity/TrustedIssuer.ts";
import type { Requester } from "./Requester.ts";

/**
 * Who asks, and what for.
 *
 * @param rawHeaders names and values in turn, as Node's `rawHeaders`: there a repeated header is seen
 * @throws GatewayError UNAUTHENTICATED, ISSUER_UNAVAILABLE, HEADER_INVALID
 */
export type Identify = (rawHeaders: readonly string[]) => Promise<Requester>;

/** Makes the first stage for the one issuer whose tokens are accepted. */
export function makeIdentify(issuer: TrustedIssuer): Identify {
  const verifier = new TokenVerifier(issuer);
  return async function identify(rawHeaders) {
    const claims = await verifier.verify(bearerToken(rawHeaders));
    return {
      office: claims.office,
      holder: claims.personRef === undefined ? claims.office : subjectHolder(claims.personRef),
      role: claims.role,
      person: claims.sub,
      responsiblePerson: claims.responsiblePerson ?? claims.sub,
      purposes: claims.purposes,
      ...accessHeaders(rawHeaders),
    };
  };
}
