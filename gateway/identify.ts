import { subjectHolder } from "../schema/subjectHolder.ts";
import { GatewayError } from "./errors.ts";
import type { HttpRequest } from "./HttpExchange.ts";
import { accessHeaders } from "./identity/accessHeaders.ts";
import { authorization } from "./identity/authorization.ts";
import { challenge } from "./identity/challenge.ts";
import { HolderCheck } from "./identity/HolderCheck.ts";
import { ProofNonces } from "./identity/ProofNonces.ts";
import type { TokenBinding } from "./identity/TokenBinding.ts";
import { TokenVerifier } from "./identity/TokenVerifier.ts";
import type { TrustedIssuer } from "./identity/TrustedIssuer.ts";
import type { TokenClaims } from "./identity/tokenClaims.ts";
import type { Requester } from "./Requester.ts";
import type { Wear } from "./wear/Wear.ts";

/**
 * Who asks, and what for.
 *
 * @throws GatewayError UNAUTHENTICATED, PROOF_INVALID, PROOF_NONCE_MISSING, TOO_MANY_REQUESTS, ISSUER_UNAVAILABLE, HEADER_INVALID
 */
export type Identify = (request: IdentifiedBy) => Promise<Requester>;

/** What of a request says who sent it. */
export type IdentifiedBy = Pick<HttpRequest, "method" | "url" | "rawHeaders" | "address" | "certificate">;

/** Whose tokens are accepted, and how. */
export interface Acceptance {
  readonly issuer: TrustedIssuer;
  /** Binding that every token must have. */
  readonly binding: TokenBinding;
  /** Whether proofs of possession must carry a nonce of this gateway. */
  readonly nonce: boolean;
}

/** Makes the first stage for the one issuer whose tokens are accepted. */
export function makeIdentify(
  { issuer, binding, nonce }: Acceptance,
  strangers: Pick<Wear, "admitStranger" | "countStranger">,
): Identify {
  const verifier = new TokenVerifier(issuer);
  const holder = new HolderCheck(binding, nonce ? new ProofNonces() : null);
  return async function identify(request) {
    const claims = await authenticate(request).catch((error: unknown) => {
      if (!(error instanceof GatewayError) || error.status !== 401) throw error;
      strangers.countStranger(request.address, new Date());
      throw error.withHeaders({ "www-authenticate": challenge(error, request.rawHeaders, binding) });
    });
    return {
      office: claims.office,
      holder: claims.personRef === undefined ? claims.office : subjectHolder(claims.personRef),
      role: claims.role,
      person: claims.sub,
      responsiblePerson: claims.responsiblePerson ?? claims.sub,
      client: claims.azp ?? claims.client_id ?? "unknown",
      purposes: claims.purposes,
      ...accessHeaders(request.rawHeaders),
    };
  };

  async function authenticate(request: IdentifiedBy): Promise<TokenClaims> {
    const sent = authorization(request.rawHeaders);
    // A token that was verified lately is known by itself: nobody else of its address can shut its holder out.
    const beforeWork = () => strangers.admitStranger(request.address, new Date());
    const claims = await verifier.verify(sent.token, beforeWork);
    await holder.require(claims, sent, request);
    return claims;
  }
}
