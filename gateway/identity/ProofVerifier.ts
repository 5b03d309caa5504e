import { createHash } from "node:crypto";
import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify } from "jose";
import { z } from "zod";
import { GatewayError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { ProofNonces } from "./ProofNonces.ts";
import { proofAlgorithms } from "./proofAlgorithms.ts";
import { UsedProofs } from "./UsedProofs.ts";

/** The request that a proof was made for. */
export interface ProvedRequest {
  readonly method: string;
  /** As the requester knows it, without query and fragment. */
  readonly url: string;
  /** Access token that goes with it; null where a token is asked for. */
  readonly token: string | null;
}

/** Proofs that are remembered until they expire: some 3,000 requests a second. */
const usedProofsMax = 200_000;

const proofClaims = z.object({
  jti: z.string().min(1),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  ath: z.string().optional(),
  nonce: z.string().optional(),
});

/** Verifies proofs of possession (DPoP, RFC 9449, section 4.3), each of which is good once. */
export class ProofVerifier {
  readonly #nonces: ProofNonces | null;
  readonly #used: UsedProofs;

  /** @param nonces that every proof must carry one of; null: none */
  constructor(nonces: ProofNonces | null, max: number = usedProofsMax) {
    this.#nonces = nonces;
    this.#used = new UsedProofs(max);
  }

  /**
   * @param proofs values of the header DPoP
   * @param expected thumbprint that the proof's key must have; null: any
   * @param now milliseconds since 1970
   * @returns SHA-256 thumbprint of the key (RFC 7638)
   * @throws GatewayError PROOF_INVALID, PROOF_NONCE_MISSING with a fresh nonce, or TOO_MANY_REQUESTS
   */
  async verify(
    proofs: readonly string[],
    request: ProvedRequest,
    expected: string | null = null,
    now = Date.now(),
  ): Promise<string> {
    const [proof, ...others] = proofs;
    if (proof === undefined || others.length > 0) throw invalid("Send the header DPoP once.");
    if (proof.length > limits.proofCharactersMax) {
      throw invalid(`The proof is longer than ${limits.proofCharactersMax} characters.`, {
        limit: "proofCharactersMax",
      });
    }
    const { claims, thumbprint } = await readProof(proof, now);
    if (claims.htm !== request.method) throw invalid("Its claim htm is not the method of the request.");
    if (!isSameUrl(claims.htu, request.url)) throw invalid("Its claim htu is not the address of the request.");
    const age = now / 1000 - claims.iat;
    if (age > limits.proofSecondsMax) throw invalid("Its claim iat is too long ago.", { limit: "proofSecondsMax" });
    if (age < -limits.proofAheadSecondsMax)
      throw invalid("Its claim iat is ahead of our clock.", { limit: "proofAheadSecondsMax" });
    if (request.token !== null && claims.ath !== sha256(request.token))
      throw invalid("Its claim ath is not the hash of the access token.");
    if (expected !== null && thumbprint !== expected) throw invalid("The access token is bound to another key.");
    this.#requireNonce(claims.nonce, now);
    this.#requireFirstUse(`${thumbprint} ${claims.jti}`, claims.iat, now);
    return thumbprint;
  }

  #requireNonce(nonce: string | undefined, now: number): void {
    if (this.#nonces === null || (nonce !== undefined && this.#nonces.accepts(nonce, now))) return;
    throw new GatewayError("PROOF_NONCE_MISSING", null, {}, undefined, { "dpop-nonce": this.#nonces.current(now) });
  }

  #requireFirstUse(name: string, issuedAt: number, now: number): void {
    const until = (issuedAt + limits.proofSecondsMax) * 1000 + 1;
    const use = this.#used.use(sha256(name), until, now);
    if (use === "again") throw invalid("It was used already.");
    if (use === "full") {
      const wait = { "retry-after": String(limits.proofSecondsMax) };
      throw new GatewayError("TOO_MANY_REQUESTS", null, {}, undefined, wait);
    }
  }
}

async function readProof(proof: string, now: number) {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: "dpop+jwt",
      algorithms: [...proofAlgorithms],
      currentDate: new Date(now),
      clockTolerance: limits.proofAheadSecondsMax,
    });
    const claims = proofClaims.parse(payload);
    return { claims, thumbprint: await calculateJwkThumbprint(protectedHeader.jwk ?? {}, "sha256") };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError)
      throw invalid("It is no signed proof with the claims jti, htm, htu and iat.");
    throw error;
  }
}

/** Scheme, host and path as URLs are compared; query and fragment are left out (RFC 9449, section 4.3). */
function isSameUrl(given: string, wanted: string): boolean {
  const url = URL.parse(given);
  if (url === null || url.username !== "" || url.password !== "") return false;
  url.search = "";
  url.hash = "";
  return url.href === new URL(wanted).href;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function invalid(what: string, details: Readonly<Record<string, unknown>> = {}): GatewayError {
  return new GatewayError("PROOF_INVALID", `The proof of possession (header DPoP) is not valid. ${what}`, details);
}
