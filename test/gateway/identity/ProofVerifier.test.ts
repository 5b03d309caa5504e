import { exportJWK } from "jose";
import { describe, expect, test } from "vitest";
import { ProofNonces } from "../../../gateway/identity/ProofNonces.ts";
import { ProofVerifier } from "../../../gateway/identity/ProofVerifier.ts";
import { proofAlgorithms } from "../../../gateway/identity/proofAlgorithms.ts";
import { UsedProofs } from "../../../gateway/identity/UsedProofs.ts";
import { limits } from "../../../gateway/limits.ts";
import { ProofOfTests } from "./ProofOfTests.ts";

/** The examples of RFC 9449: figures 1 and 2, 12 and 13, 8. */
const rfc9449 = {
  jkt: "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I",
  tokenProof:
    "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg",
  resourceProof:
    "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA",
  accessToken: "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU",
};

const holder = await ProofOfTests.make();
const request = { method: "POST", url: "https://api.example/graphql", token: "the-token" };
const now = () => Math.floor(Date.now() / 1000);

async function refusal(proofs: readonly string[], verifier = new ProofVerifier(null), expected: string | null = null) {
  return verifier.verify(proofs, request, expected).then(
    () => "accepted",
    ({ code, message }: { code: string; message: string }) =>
      `${code} ${message.replace("The proof of possession (header DPoP) is not valid. ", "")}`,
  );
}

describe("The examples of RFC 9449", () => {
  test("at the token endpoint", async () => {
    const at = { method: "POST", url: "https://server.example.com/token", token: null };
    const thumbprint = await new ProofVerifier(null).verify([rfc9449.tokenProof], at, null, 1_562_262_616_000);
    expect(thumbprint).toBe(rfc9449.jkt);
  });

  test("at a protected resource, with the hash of the access token", async () => {
    const at = { method: "GET", url: "https://resource.example.org/protectedresource", token: rfc9449.accessToken };
    const verify = (given = at, seconds = 1_562_262_618) =>
      new ProofVerifier(null).verify([rfc9449.resourceProof], given, rfc9449.jkt, seconds * 1000);
    expect(await verify()).toBe(rfc9449.jkt);
    await expect(verify({ ...at, token: `${rfc9449.accessToken}x` })).rejects.toThrow(/ath/);
    await expect(verify({ ...at, method: "POST" })).rejects.toThrow(/htm/);
    await expect(verify({ ...at, url: "https://resource.example.org/other" })).rejects.toThrow(/htu/);
    await expect(verify(at, 1_562_262_618 + limits.proofSecondsMax + 1)).rejects.toThrow(/iat/);
  });
});

describe("A proof is accepted", () => {
  test.each(proofAlgorithms)("signed with %s.", async (algorithm) => {
    const other = await ProofOfTests.make(algorithm);
    const proof = await other.sign(request.token);
    expect(await new ProofVerifier(null).verify([proof], request)).toBe(other.thumbprint);
  });

  test.each([
    ["with a query and a fragment", "https://api.example/graphql?a=1#b"],
    ["with scheme and host in capitals", "HTTPS://API.EXAMPLE/graphql"],
    ["with the default port", "https://api.example:443/graphql"],
  ])("for an address written %s.", async (_, htu) => {
    expect(await refusal([await holder.sign(request.token, { htu })])).toBe("accepted");
  });
});

describe("A proof is refused", async () => {
  const privateJwk = await exportJWK(holder.privateKey);
  const stranger = await ProofOfTests.make();
  const good = await holder.sign(request.token);
  const [head = "", body = "", signature = ""] = good.split(".");
  const symmetric = { kty: "oct", k: Buffer.from("secret").toString("base64url") };
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${encode({ typ: "dpop+jwt", alg: "none", jwk: holder.jwk })}.${body}.`;
  const noProof = "PROOF_INVALID It is no signed proof with the claims jti, htm, htu and iat.";
  const claims = (changed: Readonly<Record<string, unknown>>) => holder.sign(request.token, changed);

  test.each<[string, readonly string[], string]>([
    ["that is missing", [], "PROOF_INVALID Send the header DPoP once."],
    ["beside a second one", [good, await holder.sign(request.token)], "PROOF_INVALID Send the header DPoP once."],
    ["that is garbage", ["a.b.c"], noProof],
    ["without a signature", [unsigned], noProof],
    ["with another's signature", [`${head}.${body}.${(await stranger.sign(request.token)).split(".")[2]}`], noProof],
    ["that was changed", [`${head}.${encode({ htm: "POST" })}.${signature}`], noProof],
    ["of another type", [await holder.sign(request.token, {}, { typ: "JWT" })], noProof],
    ["without its key", [await holder.sign(request.token, {}, { jwk: undefined })], noProof],
    ["that shows a private key", [await holder.sign(request.token, {}, { jwk: privateJwk })], noProof],
    ["with a symmetric key", [await holder.sign(request.token, {}, { jwk: symmetric })], noProof],
    ["under another's key", [await holder.sign(request.token, {}, { jwk: stranger.jwk })], noProof],
    ["without jti", [await claims({ jti: undefined })], noProof],
    ["without htm", [await claims({ htm: undefined })], noProof],
    ["without htu", [await claims({ htu: undefined })], noProof],
    ["without iat", [await claims({ iat: undefined })], noProof],
    ["with a text for iat", [await claims({ iat: "now" })], noProof],
    ["that has expired", [await claims({ exp: now() - 60 })], noProof],
    [
      "for another method",
      [await claims({ htm: "GET" })],
      "PROOF_INVALID Its claim htm is not the method of the request.",
    ],
    [
      "for a method in small letters",
      [await claims({ htm: "post" })],
      "PROOF_INVALID Its claim htm is not the method of the request.",
    ],
    [
      "for another host",
      [await claims({ htu: "https://api.example.org/graphql" })],
      "PROOF_INVALID Its claim htu is not the address of the request.",
    ],
    [
      "for another path",
      [await claims({ htu: "https://api.example/graphql/" })],
      "PROOF_INVALID Its claim htu is not the address of the request.",
    ],
    [
      "for plain HTTP",
      [await claims({ htu: "http://api.example/graphql" })],
      "PROOF_INVALID Its claim htu is not the address of the request.",
    ],
    [
      "for an address with a name before it",
      [await claims({ htu: "https://x@api.example/graphql" })],
      "PROOF_INVALID Its claim htu is not the address of the request.",
    ],
    [
      "for no address",
      [await claims({ htu: "graphql" })],
      "PROOF_INVALID Its claim htu is not the address of the request.",
    ],
    [
      "for another token",
      [await holder.sign("another-token")],
      "PROOF_INVALID Its claim ath is not the hash of the access token.",
    ],
    ["for no token", [await holder.sign(null)], "PROOF_INVALID Its claim ath is not the hash of the access token."],
  ])("%s.", async (_, proofs, says) => {
    expect(await refusal(proofs)).toBe(says);
  });

  test("of a key that the token is not bound to.", async () => {
    const says = "PROOF_INVALID The access token is bound to another key.";
    expect(await refusal([await stranger.sign(request.token)], new ProofVerifier(null), holder.thumbprint)).toBe(says);
  });

  test("a second time, and a refused one is not used up.", async () => {
    const verifier = new ProofVerifier(null);
    const proof = await holder.sign(request.token);
    await expect(verifier.verify([proof], { ...request, method: "GET" })).rejects.toThrow(/htm/);
    expect(await refusal([proof], verifier)).toBe("accepted");
    expect(await refusal([proof], verifier)).toBe("PROOF_INVALID It was used already.");
    const again = await stranger.sign(request.token, {
      jti: JSON.parse(Buffer.from(proof.split(".")[1] ?? "", "base64url").toString()).jti,
    });
    expect(await refusal([again], verifier)).toBe("accepted");
  });
});

test("The window of a proof: a minute back, five seconds ahead.", async () => {
  const at = 1_780_000_000;
  const { proofSecondsMax: back, proofAheadSecondsMax: ahead } = limits;
  const verdicts = [];
  for (const age of [back, back + 1, -ahead, -ahead - 1]) {
    const proof = await holder.sign(request.token, { iat: at - age });
    verdicts.push(
      await new ProofVerifier(null).verify([proof], request, null, at * 1000).then(
        () => true,
        () => false,
      ),
    );
  }
  expect(verdicts).toEqual([true, false, true, false]);
});

describe("With a nonce of the server", () => {
  test("a proof without one is told a nonce, and one with it is accepted; it is good for two slots and at one gateway", async () => {
    const nonces = new ProofNonces();
    const verifier = new ProofVerifier(nonces);
    const without = await verifier.verify([await holder.sign(request.token)], request).catch((error) => error);
    expect(without).toMatchObject({ code: "PROOF_NONCE_MISSING", headers: { "dpop-nonce": expect.any(String) } });
    const nonce = without.headers["dpop-nonce"];
    const proof = await holder.sign(request.token, { nonce });
    expect(await refusal([proof], verifier)).toBe("accepted");
    expect(await refusal([proof], new ProofVerifier(new ProofNonces()))).toMatch(/^PROOF_NONCE_MISSING/);
    expect(nonces.accepts(nonce, Date.now() + 119_000)).toBe(true);
    expect(nonces.accepts(nonce, Date.now() + 241_000)).toBe(false);
    expect(nonces.accepts("", Date.now())).toBe(false);
  });
});

describe("The memory of used proofs", () => {
  test("forgets what has expired, and refuses rather than forget what has not", () => {
    const used = new UsedProofs(2);
    expect(used.use("a", 100, 0)).toBe("first");
    expect(used.use("b", 200, 0)).toBe("first");
    expect(used.use("a", 100, 50)).toBe("again");
    expect(used.use("c", 200, 50)).toBe("full");
    expect(used.use("c", 200, 100)).toBe("first");
    expect(used.use("b", 200, 150)).toBe("again");
  });

  test("that is full answers 429 and when to come again", async () => {
    const verifier = new ProofVerifier(null, 1);
    await verifier.verify([await holder.sign(request.token)], request);
    const full = await verifier.verify([await holder.sign(request.token)], request).catch((error) => error);
    expect(full).toMatchObject({ code: "TOO_MANY_REQUESTS", headers: { "retry-after": "60" } });
  });
});
