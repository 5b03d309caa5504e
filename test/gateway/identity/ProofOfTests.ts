import { createHash, randomUUID, type webcrypto } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

/** A key and the proofs that it signs, right in everything but what a test changes. */
export class ProofOfTests {
  readonly privateKey: webcrypto.CryptoKey;
  readonly jwk: JWK;
  readonly thumbprint: string;
  readonly #algorithm: string;

  private constructor(privateKey: webcrypto.CryptoKey, jwk: JWK, thumbprint: string, algorithm: string) {
    this.privateKey = privateKey;
    this.jwk = jwk;
    this.thumbprint = thumbprint;
    this.#algorithm = algorithm;
  }

  static async make(algorithm = "ES256"): Promise<ProofOfTests> {
    const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
    const jwk = await exportJWK(publicKey);
    return new ProofOfTests(privateKey, jwk, await calculateJwkThumbprint(jwk), algorithm);
  }

  /** A proof for a request with this token; undefined removes a claim or a part of the header. */
  sign(
    token: string | null,
    claims: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    const ath = token === null ? {} : { ath: createHash("sha256").update(token).digest("base64url") };
    const iat = Math.floor(Date.now() / 1000);
    return new SignJWT({
      jti: randomUUID(),
      htm: "POST",
      htu: "https://api.example/graphql",
      iat,
      ...ath,
      ...claims,
    })
      .setProtectedHeader({ typ: "dpop+jwt", alg: this.#algorithm, jwk: this.jwk, ...header })
      .sign(this.privateKey);
  }
}
