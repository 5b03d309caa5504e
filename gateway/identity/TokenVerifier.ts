import { errors, type JWTPayload, jwtVerify } from "jose";
import { GatewayError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { TrustedIssuer } from "./TrustedIssuer.ts";
import { tokenAudience } from "./tokenAudience.ts";
import { type TokenClaims, tokenClaims } from "./tokenClaims.ts";

const patience = {
  keptTokensMax: 2000,
  /** A key that its issuer withdraws is refused after this time at the latest. */
  keptMillisecondsMax: 300_000,
  clockToleranceSeconds: 30,
} as const;

/** Asymmetric only: nobody but the issuer can sign. */
const algorithms = ["EdDSA", "ES256", "RS256", "PS256"];

/** Verifies bearer tokens. A token that was verified once is kept for a while, so that a request costs no signature check. */
export class TokenVerifier {
  readonly #issuer: TrustedIssuer;
  readonly #kept = new Map<string, { readonly claims: TokenClaims; readonly until: number }>();

  constructor(issuer: TrustedIssuer) {
    this.#issuer = issuer;
  }

  /**
   * @param token the whole compact token
   * @param beforeWork is called before a signature is checked; may throw another error
   * @throws GatewayError UNAUTHENTICATED, with one same message for everything but expiry; ISSUER_UNAVAILABLE
   */
  async verify(token: string, beforeWork: () => void = () => {}): Promise<TokenClaims> {
    if (token.length > limits.tokenCharactersMax)
      throw new GatewayError("UNAUTHENTICATED", null, { limit: "tokenCharactersMax" });
    const now = Date.now();
    const kept = this.#kept.get(token);
    if (kept !== undefined && kept.until > now) return kept.claims;
    this.#kept.delete(token);
    beforeWork();
    const payload = await this.#payload(token);
    const parsed = tokenClaims.safeParse(payload);
    if (!parsed.success) throw new GatewayError("UNAUTHENTICATED");
    this.#keep(token, parsed.data, Math.min((payload.exp ?? 0) * 1000, now + patience.keptMillisecondsMax));
    return parsed.data;
  }

  async #payload(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#issuer.findKey, {
        issuer: this.#issuer.issuer,
        audience: tokenAudience,
        algorithms,
        requiredClaims: ["exp", "sub"],
        clockTolerance: patience.clockToleranceSeconds,
      });
      return payload;
    } catch (error) {
      // Signature, issuer and audience are checked before expiry: only the holder of a true token is told that it has expired.
      if (error instanceof errors.JWTExpired && error.claim === "exp") {
        throw new GatewayError("UNAUTHENTICATED", "The access token has expired. Get a new one.");
      }
      if (error instanceof errors.JOSEError) throw new GatewayError("UNAUTHENTICATED");
      throw error;
    }
  }

  #keep(token: string, claims: TokenClaims, until: number): void {
    this.#kept.set(token, { claims, until });
    for (const eldest of this.#kept.keys()) {
      if (this.#kept.size <= patience.keptTokensMax) return;
      this.#kept.delete(eldest);
    }
  }
}
