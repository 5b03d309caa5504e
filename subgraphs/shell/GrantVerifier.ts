import type { webcrypto } from "node:crypto";
import { errors, jwtVerify } from "jose";
import { grantClaims, grantLifeSeconds } from "../../schema/grant.ts";
import { type GrantView, grantView } from "./grantView.ts";
import { SubgraphError } from "./SubgraphError.ts";

/** Most grants that are kept; the eldest goes first. */
const keptGrantsMax = 2000;

/**
 * Verifies grants for one subgraph. A grant that was verified once is kept until it expires, so that an operation
 * does not cost a signature check.
 */
export class GrantVerifier {
  readonly #audience: string;
  readonly #key: webcrypto.CryptoKey;
  readonly #kept = new Map<string, { readonly grant: GrantView; readonly expiresAt: number }>();

  constructor(audience: string, key: webcrypto.CryptoKey) {
    this.#audience = audience;
    this.#key = key;
  }

  /** @throws SubgraphError GRANT_MISSING or GRANT_INVALID */
  async verify(token: string | null): Promise<GrantView> {
    if (token === null || token === "") throw new SubgraphError("GRANT_MISSING");
    const kept = this.#kept.get(token);
    if (kept !== undefined && kept.expiresAt > Date.now()) return kept.grant;
    this.#kept.delete(token);
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        audience: this.#audience,
        algorithms: ["EdDSA"],
        maxTokenAge: grantLifeSeconds,
        requiredClaims: ["exp", "iat", "grant"],
      });
      const grant = grantView(grantClaims.parse(payload.grant));
      this.#keep(token, grant, (payload.exp ?? 0) * 1000);
      return grant;
    } catch (error) {
      if (error instanceof errors.JOSEError || (error as Error).name === "ZodError")
        throw new SubgraphError("GRANT_INVALID");
      throw error;
    }
  }

  #keep(token: string, grant: GrantView, expiresAt: number): void {
    this.#kept.set(token, { grant, expiresAt });
    for (const eldest of this.#kept.keys()) {
      if (this.#kept.size <= keptGrantsMax) return;
      this.#kept.delete(eldest);
    }
  }
}
