import { hash, type webcrypto } from "node:crypto";
import { SignJWT } from "jose";
import { type GrantClaims, grantLifeSeconds } from "../schema/grant.ts";

/** Most grants that are kept; the eldest goes first. */
const keptGrantsMax = 5000;
/** A grant is renewed when less than this is left of its life, so that none expires on its way. */
const renewalSeconds = 15;

/**
 * Signs grants. One is signed once and kept for everybody to whom the same claims apply, so that an operation does not
 * cost a signature.
 */
export class GrantSigner {
  readonly #key: webcrypto.CryptoKey;
  readonly #kept = new Map<string, { readonly token: Promise<string>; readonly renewAt: number }>();

  /** SHA-256 of the entries: what a decision grants a subgraph is one list for all who ask the same. */
  readonly #hashes = new WeakMap<GrantClaims["entries"], string>();

  /** @param key private Ed25519 key of the gateway */
  constructor(key: webcrypto.CryptoKey) {
    this.#key = key;
  }

  /** @param subgraph the one subgraph that the grant is made out to */
  sign(claims: GrantClaims, subgraph: string): Promise<string> {
    const { entries, ...others } = claims;
    const entriesHash = this.#hashes.get(entries) ?? hash("sha256", JSON.stringify(entries), "hex");
    this.#hashes.set(entries, entriesHash);
    const key = JSON.stringify([subgraph, others, entriesHash]);
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.renewAt > Date.now()) return kept.token;
    const token = new SignJWT({ grant: claims })
      .setProtectedHeader({ alg: "EdDSA" })
      .setAudience(subgraph)
      .setIssuedAt()
      .setExpirationTime(`${grantLifeSeconds}s`)
      .sign(this.#key);
    this.#kept.delete(key);
    this.#kept.set(key, { token, renewAt: Date.now() + (grantLifeSeconds - renewalSeconds) * 1000 });
    for (const eldest of this.#kept.keys()) {
      if (this.#kept.size <= keptGrantsMax) break;
      this.#kept.delete(eldest);
    }
    return token;
  }
}
