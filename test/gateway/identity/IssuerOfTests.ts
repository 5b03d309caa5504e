import type { webcrypto } from "node:crypto";
import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from "jose";
import type { TrustedIssuer } from "../../../gateway/identity/TrustedIssuer.ts";

/** What a caseworker's token says, before a test changes it. */
export const caseworkerClaims: JWTPayload = {
  iss: "https://issuer.example",
  aud: "sichtfeld",
  sub: "rrk-ms-0141",
  office: "RRK_MUENSTER",
  role: "CASEWORKER",
  purposes: ["WORKLIST", "CASE_ADMISSION"],
  responsiblePerson: "rrk-ms-0100",
};

/** An issuer whose key the tests hold, so that they can sign anything. */
export class IssuerOfTests {
  readonly privateKey: webcrypto.CryptoKey;
  readonly keySet: JSONWebKeySet;
  readonly trusted: TrustedIssuer;

  private constructor(privateKey: webcrypto.CryptoKey, keySet: JSONWebKeySet) {
    this.privateKey = privateKey;
    this.keySet = keySet;
    this.trusted = { issuer: "https://issuer.example", findKey: createLocalJWKSet(keySet) };
  }

  static async make(algorithm = "EdDSA"): Promise<IssuerOfTests> {
    const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: "key-of-tests", alg: algorithm, use: "sig" };
    return new IssuerOfTests(privateKey, { keys: [jwk] });
  }

  /** A token with these claims in place of the caseworker's; undefined removes one. Expires in ten minutes unless told. */
  async token(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const exp = Math.floor(Date.now() / 1000) + 600;
    return new SignJWT({ ...caseworkerClaims, exp, ...changes })
      .setProtectedHeader({ alg: this.keySet.keys[0]?.alg ?? "EdDSA", kid: "key-of-tests" })
      .sign(this.privateKey);
  }
}
