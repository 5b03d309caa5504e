import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { GatewayError } from "../../../gateway/errors.ts";
import type { TokenBinding } from "../../../gateway/identity/TokenBinding.ts";
import { IssuerOfTests } from "./IssuerOfTests.ts";
import { identifying } from "./identifying.ts";
import { ProofOfTests } from "./ProofOfTests.ts";

const issuer = await IssuerOfTests.make();
const holder = await ProofOfTests.make();
const thief = await ProofOfTests.make();
const certificateOf = (name: string) =>
  new X509Certificate(readFileSync(new URL(`certificates/${name}.pem`, import.meta.url))).raw;

/** RFC 8705, appendix A: the certificate of figure 6 and the thumbprint of figure 5. */
const rfc8705 = {
  certificate: Buffer.from(
    "MIIBBjCBrAIBAjAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDDARtdGxzMB4XDTE4MTAxODEyMzcwOVoXDTIyMDUwMjEyMzcwOVowDzENMAsGA1UEAwwEbXRsczBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNcnyxwqV6hY8QnhxxzFQ03C7HKW9OylMbnQZjjJ/Au08/coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8wCgYIKoZIzj0EAwIDSQAwRgIhAP0RC1E+vwJD/D1AGHGzuri+hlV/PpQEKTWUVeORWz83AiEA5x2eXZOVbUlJSGQgjwD5vaUaKlLR50Q2DmFfQj1L+SY=",
    "base64",
  ),
  thumbprint: "A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0",
} as const;

const plain = await issuer.token();
const keyBound = await issuer.token({ cnf: { jkt: holder.thumbprint } });
const certificateBound = await issuer.token({ cnf: { "x5t#S256": rfc8705.thumbprint } });
const bothBound = await issuer.token({ cnf: { jkt: holder.thumbprint, "x5t#S256": rfc8705.thumbprint } });
const otherwiseBound = await issuer.token({ cnf: { kid: "key-of-tests" } });

async function verdict(binding: TokenBinding, headers: readonly string[], certificate: Uint8Array | null = null) {
  const identify = identifying(issuer.trusted, { binding }, certificate);
  return identify(headers).then(
    () => "identified",
    ({ code, headers: { "www-authenticate": challenge } }: GatewayError) => `${code} ${challenge}`,
  );
}

const dpop = async (token: string, proof = holder) => [
  "Authorization",
  `DPoP ${token}`,
  "DPoP",
  await proof.sign(token),
];
const bearer = (token: string) => ["Authorization", `Bearer ${token}`];
const algs = 'algs="ES256 EdDSA PS256 RS256"';
const invalidKey = `UNAUTHENTICATED DPoP error="invalid_token", ${algs}`;
const invalidBearer = 'UNAUTHENTICATED Bearer error="invalid_token"';
const invalidProof = `PROOF_INVALID DPoP error="invalid_dpop_proof", ${algs}`;
const own = rfc8705.certificate;
const another = certificateOf("other");

/** Required binding, what is sent, over which certificate, what comes of it. */
const rows: readonly (readonly [TokenBinding, string, readonly string[], Uint8Array | null, string])[] = [
  ["none", "a bearer token", bearer(plain), null, "identified"],
  ["none", "no token", [], null, "UNAUTHENTICATED Bearer"],
  ["none", "garbage", bearer("garbage"), null, invalidBearer],
  ["none", "a key-bound token with its proof", await dpop(keyBound), null, "identified"],
  ["none", "a key-bound token as a bearer token", bearer(keyBound), null, invalidBearer],
  [
    "none",
    "a key-bound token as a bearer token, beside its proof",
    [...bearer(keyBound), "DPoP", await holder.sign(keyBound)],
    null,
    invalidBearer,
  ],
  ["none", "a stolen key-bound token with the thief's proof", await dpop(keyBound, thief), null, invalidProof],
  ["none", "a bearer token with somebody's proof", await dpop(plain), null, invalidKey],
  ["none", "a certificate-bound token over its certificate", bearer(certificateBound), own, "identified"],
  ["none", "a stolen certificate-bound token", bearer(certificateBound), null, invalidBearer],
  ["none", "a token bound in a way that is not known", bearer(otherwiseBound), null, invalidBearer],
  ["dpop", "no token", [], null, `UNAUTHENTICATED DPoP ${algs}`],
  ["dpop", "a key-bound token with its proof", await dpop(keyBound), null, "identified"],
  ["dpop", "a key-bound token with the thief's proof", await dpop(keyBound, thief), null, invalidProof],
  ["dpop", "a key-bound token without a proof", ["Authorization", `DPoP ${keyBound}`], null, invalidProof],
  [
    "dpop",
    "a key-bound token with the proof for another token",
    ["Authorization", `DPoP ${keyBound}`, "DPoP", await holder.sign(plain)],
    null,
    invalidProof,
  ],
  ["dpop", "a bearer token", bearer(plain), null, invalidKey],
  ["dpop", "a certificate-bound token over its certificate", bearer(certificateBound), own, invalidKey],
  ["mtls", "a certificate-bound token over its certificate", bearer(certificateBound), own, "identified"],
  ["mtls", "a certificate-bound token over another certificate", bearer(certificateBound), another, invalidBearer],
  ["mtls", "a certificate-bound token over no certificate", bearer(certificateBound), null, invalidBearer],
  ["mtls", "a bearer token over a certificate", bearer(plain), own, invalidBearer],
  ["mtls", "a key-bound token with its proof", await dpop(keyBound), own, invalidKey],
  ["mtls", "a token bound to both, with both", await dpop(bothBound), own, "identified"],
  ["mtls", "a token bound to both, without the certificate", await dpop(bothBound), null, invalidKey],
  ["dpop", "a token bound to both, without the certificate", await dpop(bothBound), null, invalidKey],
];

describe("A token in other hands", () => {
  test.each(rows)("binding %s: %s", async (binding, _, headers, certificate, expected) => {
    expect(await verdict(binding, headers, certificate)).toBe(expected);
  });
});

test("A proof is good for one request: the same again is refused, though the token was verified before.", async () => {
  const identify = identifying(issuer.trusted, { binding: "dpop" });
  const headers = await dpop(keyBound);
  expect((await identify(headers)).person).toBe("rrk-ms-0141");
  await expect(identify(headers)).rejects.toMatchObject({ code: "PROOF_INVALID" });
  expect((await identify(await dpop(keyBound))).person).toBe("rrk-ms-0141");
});

test("With a nonce required, the refusal names one, and the proof that carries it is accepted.", async () => {
  const identify = identifying(issuer.trusted, { binding: "dpop", nonce: true });
  const refusal = (await identify(await dpop(keyBound)).catch((error) => error)) as GatewayError;
  expect(refusal.headers["www-authenticate"]).toBe(`DPoP error="use_dpop_nonce", ${algs}`);
  const nonce = refusal.headers["dpop-nonce"];
  const proof = await holder.sign(keyBound, { nonce });
  expect((await identify(["Authorization", `DPoP ${keyBound}`, "DPoP", proof])).office).toBe("RRK_MUENSTER");
});

test("The example of RFC 8705: figure 5 is the thumbprint of figure 6.", () => {
  expect(createHash("sha256").update(rfc8705.certificate).digest("base64url")).toBe(rfc8705.thumbprint);
});
