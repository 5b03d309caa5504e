import type { JWTVerifyGetKey } from "jose";

/** An OIDC issuer whose tokens the gateway accepts. */
export interface TrustedIssuer {
  /** As it stands in the claim `iss`. */
  readonly issuer: string;
  /**
   * The key that a token names.
   *
   * @throws a JOSEError where the issuer has no such key, GatewayError ISSUER_UNAVAILABLE where its keys cannot be had
   */
  readonly findKey: JWTVerifyGetKey;
}
