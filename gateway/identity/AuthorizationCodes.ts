import { createHash, randomBytes } from "node:crypto";
import type { Persona } from "./personas.ts";

/** What a code was given for (RFC 6749, 4.1). */
export interface CodeGrant {
  readonly persona: Persona;
  readonly clientId: string;
  readonly redirectUri: string;
  /** `code_challenge` with S256 (RFC 7636). */
  readonly challenge: string;
  /** Goes into the ID token as it came; null where none was sent. */
  readonly nonce: string | null;
}

/** What the client sends to redeem a code. */
export interface Redemption {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

const lifeMilliseconds = 60_000;
const keptMax = 1000;

/** Authorization codes of the demonstration's issuer: in memory alone, each good once and for a minute. */
export class AuthorizationCodes {
  readonly #given = new Map<string, { readonly grant: CodeGrant; readonly until: number }>();

  /** A new code. */
  give(grant: CodeGrant, now = Date.now()): string {
    const code = randomBytes(32).toString("base64url");
    this.#given.set(code, { grant, until: now + lifeMilliseconds });
    for (const eldest of this.#given.keys()) {
      if (this.#given.size <= keptMax) break;
      this.#given.delete(eldest);
    }
    return code;
  }

  /** Null where the code was never given, was redeemed, is over, or was given for something else; it is used up whatever comes. */
  redeem({ code, clientId, redirectUri, verifier }: Redemption, now = Date.now()): CodeGrant | null {
    const kept = this.#given.get(code);
    this.#given.delete(code);
    if (kept === undefined || kept.until < now) return null;
    const { grant } = kept;
    const proved = createHash("sha256").update(verifier, "ascii").digest("base64url") === grant.challenge;
    return proved && grant.clientId === clientId && grant.redirectUri === redirectUri ? grant : null;
  }
}
