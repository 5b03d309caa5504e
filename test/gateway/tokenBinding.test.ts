import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request as tlsRequest } from "node:https";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demonstrationIssuer } from "../../gateway/identity/demonstrationIssuer.ts";
import { personas } from "../../gateway/identity/personas.ts";
import { openWorld, type World } from "../harness.ts";
import { ProofOfTests } from "./identity/ProofOfTests.ts";

const query = JSON.stringify({ query: '{ person(personRef: "P-SHOWCASE0001") { familyName } }' });
const stated = {
  "content-type": "application/json",
  "access-purpose": "CASE_MANAGEMENT",
  "access-case": "FM-2026-0001",
  "access-reason": "Anlass",
};
const certificate = (name: string) => fileURLToPath(new URL(`identity/certificates/${name}.pem`, import.meta.url));

describe("W-35, a token that is bound to a key (DPoP)", () => {
  let world: World;
  let holder: ProofOfTests;
  beforeAll(async () => {
    world = await openWorld({ environment: { SICHTFELD_TOKEN_BINDING: "dpop" } });
    holder = await ProofOfTests.make();
  });
  afterAll(() => world?.close());

  async function issued(): Promise<{ access_token: string; token_type: string }> {
    const url = `${world.gateway.url}/issuer/token`;
    const headers = { "content-type": "application/json", dpop: await holder.sign(null, { htu: url }) };
    const body = JSON.stringify({ persona: "rrk-muenster-caseworker" });
    const answer = await fetch(url, { method: "POST", headers, body });
    return (await answer.json()) as { access_token: string; token_type: string };
  }
  const proof = (token: string, by = holder) => by.sign(token, { htu: `${world.gateway.url}/graphql` });

  test("is answered to its holder alone, once a proof; a thief, with the token and an old proof, is refused and asks nothing", async () => {
    const { access_token: token, token_type } = await issued();
    expect(token_type).toBe("DPoP");
    const authorization = `DPoP ${token}`;
    const dpop = await proof(token);
    const answer = await world.post({ ...stated, authorization, dpop }, query);
    expect([answer.status, answer.data?.person.familyName]).toEqual([200, "Cvijetić"]);
    world.forget();
    const thief = await proof(token, await ProofOfTests.make());
    for (const headers of [{ dpop }, { dpop: thief }, {}]) {
      const refused = await world.post({ ...stated, authorization, ...headers }, query);
      expect([refused.status, refused.errors[0]?.extensions?.code]).toEqual([401, "PROOF_INVALID"]);
      expect(refused.headers.get("www-authenticate")).toMatch(/^DPoP error="invalid_dpop_proof", algs="ES256 /);
    }
    expect(world.traffic).toEqual([]);
  });

  test("A plain bearer token is refused, and says what is needed", async () => {
    const authorization = `Bearer ${await world.token("rrk-muenster-caseworker")}`;
    const refused = await world.post({ ...stated, authorization }, query);
    expect([refused.status, refused.errors[0]?.message]).toEqual([
      401,
      "Send an access token that is bound to a key (DPoP, RFC 9449).",
    ]);
  });

  test("The issuer binds no token to a proof that was made for somewhere else", async () => {
    const url = `${world.gateway.url}/issuer/token`;
    const headers = { "content-type": "application/json", dpop: await proof("x") };
    const refused = await fetch(url, { method: "POST", headers, body: JSON.stringify({ persona: "jva" }) });
    expect([refused.status, ((await refused.json()) as { error: string }).error]).toEqual([400, "invalid_dpop_proof"]);
  });
});

describe("W-35, a token that is bound to a client certificate (mTLS)", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({
      environment: {
        SICHTFELD_TOKEN_BINDING: "mtls",
        SICHTFELD_TLS_KEY_FILE: certificate("server.key"),
        SICHTFELD_TLS_CERT_FILE: certificate("server"),
      },
    });
  });
  afterAll(() => world?.close());

  async function ask(token: string, over: string | null): Promise<string> {
    const held =
      over === null ? {} : { cert: readFileSync(certificate(over)), key: readFileSync(certificate(`${over}.key`)) };
    const headers = { ...stated, authorization: `Bearer ${token}` };
    const options = { method: "POST", headers, agent: false, rejectUnauthorized: false, ...held };
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      tlsRequest(`${world.gateway.url}/graphql`, options, resolve).on("error", reject).end(query),
    );
    const { data, errors } = JSON.parse(await text(response));
    return `${response.statusCode} ${data?.person.familyName ?? errors[0].extensions.code}`;
  }

  test("is answered over a connection with that certificate alone", async () => {
    const issuer = await demonstrationIssuer(world.gateway.settings.dataFolder);
    const persona = personas.get("rrk-muenster-caseworker");
    if (persona === undefined) throw new Error("There is no such persona.");
    const { raw } = new X509Certificate(readFileSync(certificate("holder")));
    const bound = await issuer.issueToken(persona, 10, {
      "x5t#S256": createHash("sha256").update(raw).digest("base64url"),
    });
    expect(await ask(bound, "holder")).toBe("200 Cvijetić");
    expect(await ask(bound, "other")).toBe("401 UNAUTHENTICATED");
    expect(await ask(bound, null)).toBe("401 UNAUTHENTICATED");
    expect(await ask(await issuer.issueToken(persona, 10), "holder")).toBe("401 UNAUTHENTICATED");
  });
});
