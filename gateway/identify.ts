import { subjectHolder } from "../schema/subjectHolder.ts";
import { GatewayError } from "./errors.ts";
import type { HttpRequest } from "./HttpExchange.ts";
import { accessHeaders } from "./identity/accessHeaders.ts";
import { bearerToken } from "./identity/bearerToken.ts";
import { TokenVerifier } from "./identity/TokenVerifier.ts";
import type { TrustedIssuer } from "./identity/TrustedIssuer.ts";
import type { TokenClaims } from "./identity/tokenClaims.ts";
import type { Requester } from "./Requester.ts";
import type { Wear } from "./wear/Wear.ts";

/**
 * Who asks, and what for.
 *
 * @throws GatewayError UNAUTHENTICATED, TOO_MANY_REQUESTS, ISSUER_UNAVAILABLE, HEADER_INVALID
 */
export type Identify = (request: IdentifiedBy) => Promise<Requester>;

/** What of a request says who sent it. */
export type IdentifiedBy = Pick<HttpRequest, "rawHeaders" | "address">;

/** Makes the first stage for the one issuer whose tokens are accepted. */
export function makeIdentify(
  issuer: TrustedIssuer,
  strangers: Pick<Wear, "admitStranger" | "countStranger">,
): Identify {
  const verifier = new TokenVerifier(issuer);
  return async function identify(request) {
    const { rawHeaders, address } = request;
    // A token that was verified lately is known by itself: nobody else of its address can shut its holder out.
    const beforeWork = () => strangers.admitStranger(address, new Date());
    const claims = await authenticate(rawHeaders, beforeWork).catch((error: unknown) => {
      if (error instanceof GatewayError && error.status === 401) strangers.countStranger(address, new Date());
      throw error;
    });
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

  async function authenticate(rawHeaders: readonly string[], beforeWork: () => void): Promise<TokenClaims> {
    return verifier.verify(bearerToken(rawHeaders), beforeWork);
  }
}
