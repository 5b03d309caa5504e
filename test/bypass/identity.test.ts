import { generateKeyPair } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { TrustedIssuer } from "../../gateway/identity/TrustedIssuer.ts";
import { readSettings } from "../../gateway/settings.ts";
import { grantLifeSeconds } from "../../schema/grant.ts";
import { GrantVerifier } from "../../subgraphs/shell/GrantVerifier.ts";
import { IssuerOfTests } from "../gateway/identity/IssuerOfTests.ts";
import { identifying } from "../gateway/identity/identifying.ts";
import { ProofOfTests } from "../gateway/identity/ProofOfTests.ts";
import { openWorld, type World } from "../harness.ts";
import { aGrant } from "../subgraphs/aGrant.ts";
import { signGrant } from "../subgraphs/signGrant.ts";
import { way } from "./way.ts";

const issuer = await IssuerOfTests.make();
const identify = (trusted: TrustedIssuer, token: string) => identifying(trusted)(["Authorization", `Bearer ${token}`]);
afterEach(() => vi.useRealTimers());

describe(way("W-17"), () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  const breaking: readonly (readonly [string, () => never])[] = [
    [
      "an error that nobody foresaw",
      () => {
        throw new TypeError("x is not a function");
      },
    ],
    [
      "nothing that is an error",
      () => {
        throw null;
      },
    ],
    ["a key that is none", () => undefined as never],
  ];
  test.each(breaking)("where finding the issuer's key ends in %s, nobody is identified", async (_, findKey) => {
    const token = await issuer.token();
    await expect(identify({ ...issuer.trusted, findKey }, token)).rejects.not.toBeUndefined();
    expect((await identify(issuer.trusted, token)).office).toBe("RRK_MUENSTER");
  });

  test.each([
    "{ __typename }",
    "{ __schema { types { name } } }",
    "{ persons { totalCount } }",
    "mutation { __typename }",
  ])("without a token, %s is refused, whatever else the request says of itself", async (query) => {
    const claims = {
      "access-purpose": "WORKLIST",
      "x-office": "RRK_MUENSTER",
      "x-user-role": "LEAD",
      "x-hasura-role": "admin",
      cookie: "token=x",
    };
    const reply = await world.post(claims, JSON.stringify({ query }));
    expect([reply.status, reply.errors[0]?.extensions?.code]).toEqual([401, "UNAUTHENTICATED"]);
    expect(world.traffic).toEqual([]);
  });

  test("there is no setting that switches it off, and production has no issuer of its own", () => {
    const off = {
      SICHTFELD_AUTH: "off",
      SICHTFELD_ANONYMOUS: "1",
      AUTH_DISABLED: "true",
      SICHTFELD_ISSUER: "https://issuer.example",
    };
    expect(Object.keys(readSettings(off)).filter((name) => /auth|anonym|insecure/i.test(name))).toEqual([]);
    expect(() => readSettings({ ...off, SICHTFELD_ISSUER: undefined, NODE_ENV: "production" })).toThrow(
      /^SICHTFELD_ISSUER/,
    );
  });
});

describe(way("W-35"), async () => {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const grant = aGrant("RRK_MUENSTER", [{ category: "CONVICTION", action: "SEE", when: ["OWN_CASE"], unless: [] }]);
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "accepted",
      (error: { code: string }) => error.code,
    );

  test.each(["immigration", "casework", "scoring", "audit"])(
    "a grant for criminal-records is none at %s",
    async (subgraph) => {
      const token = await signGrant(grant, "criminal-records", privateKey);
      expect(await codeOf(new GrantVerifier("criminal-records", publicKey).verify(token))).toBe("accepted");
      expect(await codeOf(new GrantVerifier(subgraph, publicKey).verify(token))).toBe("GRANT_INVALID");
    },
  );

  test.each([
    ["that was never seen", false],
    ["that was seen in its minute and is remembered", true],
  ])("a grant %s is none after its minute", async (_, seen) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-15T10:00:00Z") });
    const verifier = new GrantVerifier("criminal-records", publicKey);
    const token = await signGrant(grant, "criminal-records", privateKey);
    vi.setSystemTime(new Date("2026-06-15T10:00:59Z"));
    if (seen) expect(await codeOf(verifier.verify(token))).toBe("accepted");
    vi.setSystemTime(new Date(Date.parse("2026-06-15T10:00:00Z") + (grantLifeSeconds + 1) * 1000));
    expect(await codeOf(verifier.verify(token))).toBe("GRANT_INVALID");
  });

  test("a grant that gives itself a longer life has a minute all the same", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-15T10:00:00Z") });
    const { SignJWT } = await import("jose");
    const long = await new SignJWT({ grant })
      .setProtectedHeader({ alg: "EdDSA" })
      .setAudience("criminal-records")
      .setIssuedAt()
      .setExpirationTime("1h")
      .sign(privateKey);
    vi.setSystemTime(new Date("2026-06-15T10:02:00Z"));
    expect(await codeOf(new GrantVerifier("criminal-records", publicKey).verify(long))).toBe("GRANT_INVALID");
  });

  test.each([
    ["of another service", { aud: "another-service" }],
    ["of another service among several", { aud: ["another-service", "a-third"] }],
    ["without audience", { aud: undefined }],
    ["of another issuer", { iss: "https://elsewhere.example" }],
  ])("a token %s is refused", async (_, changes) => {
    expect(await codeOf(identify(issuer.trusted, await issuer.token(changes)))).toBe("UNAUTHENTICATED");
  });

  test("a token that is bound to a key is nobody's without that key, whatever the gateway demands of others", async () => {
    const [holder, thief] = [await ProofOfTests.make(), await ProofOfTests.make()];
    const token = await issuer.token({ cnf: { jkt: holder.thumbprint } });
    const sent = async (proof: ProofOfTests) => ["Authorization", `DPoP ${token}`, "DPoP", await proof.sign(token)];
    for (const binding of ["none", "dpop"] as const) {
      const stage = identifying(issuer.trusted, { binding });
      expect((await stage(await sent(holder))).office).toBe("RRK_MUENSTER");
      expect(await codeOf(stage(await sent(thief)))).toBe("PROOF_INVALID");
      expect(await codeOf(stage(["Authorization", `Bearer ${token}`]))).toBe("UNAUTHENTICATED");
    }
  });

  test("a bearer token is none where tokens must be bound, and production demands that", async () => {
    for (const binding of ["dpop", "mtls"] as const) {
      const bearer = ["Authorization", `Bearer ${await issuer.token()}`];
      expect(await codeOf(identifying(issuer.trusted, { binding })(bearer))).toBe("UNAUTHENTICATED");
    }
    const production = {
      NODE_ENV: "production",
      SICHTFELD_ISSUER: "https://issuer.example",
      SICHTFELD_LOG_KEY_FILE: "k",
    };
    expect(() => readSettings({ ...production, SICHTFELD_TOKEN_BINDING: "none" })).toThrow(/^SICHTFELD_TOKEN_BINDING/);
  });

  test("a grant of a subgraph is no token of the gateway", async () => {
    const token = await signGrant(grant, "sichtfeld", issuer.privateKey);
    expect(await codeOf(identify(issuer.trusted, token))).toBe("UNAUTHENTICATED");
  });
});
