import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { decodeJwt } from "jose";
import { afterAll, describe, expect, test } from "vitest";
import { AuthorizationCodes } from "../../../gateway/identity/AuthorizationCodes.ts";
import { demonstrationIssuer } from "../../../gateway/identity/demonstrationIssuer.ts";
import { issuerRoutes } from "../../../gateway/identity/issuerRoutes.ts";
import { personas } from "../../../gateway/identity/personas.ts";
import { identifying } from "./identifying.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-issuer-"));
const issuer = await demonstrationIssuer(folder);
const server = Fastify();
await server.register(issuerRoutes, { issuer, styles: "/konsole/main.css" });

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("The demonstration's issuer over HTTP", () => {
  test("gives every persona a token by which the gateway knows it.", async () => {
    const identify = identifying(issuer);
    for (const persona of personas.values()) {
      const answer = await server.inject({ method: "POST", url: "/issuer/token", payload: { persona: persona.name } });
      const { access_token: token, ...rest } = answer.json();
      expect(rest).toEqual({ token_type: "Bearer", expires_in: 28_800 });
      const { office, role, person } = persona;
      expect(await identify(["Authorization", `Bearer ${token}`])).toMatchObject({ office, role, person });
    }
  });

  test.each([
    ["a name that is no persona's", { persona: "mayor" }],
    ["a name of every object", { persona: "constructor" }],
    ["no name", {}],
    ["claims of one's own", { persona: "jva", role: "LEAD" }],
  ])("refuses %s.", async (_, payload) => {
    const answer = await server.inject({ method: "POST", url: "/issuer/token", payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toBe("invalid_request");
  });

  test("lists the personas without staff ids.", async () => {
    const answer = await server.inject("/issuer/personas");
    expect(answer.json()).toHaveLength(personas.size);
    expect(answer.body).not.toContain("rrk-ms-0141");
  });

  test("is discovered like any OIDC issuer.", async () => {
    const discovery = (await server.inject("/issuer/.well-known/openid-configuration")).json();
    expect(discovery.issuer).toBe(issuer.issuer);
    const keys = await server.inject(new URL(discovery.jwks_uri).pathname);
    expect(keys.json()).toEqual(issuer.keySet);
  });

  test.each(["/issuer/personas", "/issuer/jwks", "/issuer/.well-known/openid-configuration"])(
    "lets nobody keep %s.",
    async (url) => {
      expect((await server.inject(url)).headers["cache-control"]).toBe("no-store");
    },
  );
});

describe("The code flow of the demonstration's issuer", () => {
  const verifier = "v".repeat(43);
  const host = "127.0.0.1:4000";
  const asked = {
    response_type: "code",
    client_id: "sichtfeld-console",
    redirect_uri: `http://${host}/anmeldung`,
    scope: "openid",
    state: "s-1",
    nonce: "n-1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  const form = (url: string, fields: Readonly<Record<string, string>>) =>
    server.inject({
      method: "POST",
      url,
      headers: { host, "content-type": "application/x-www-form-urlencoded" },
      payload: String(new URLSearchParams(fields)),
    });
  const choose = async (changes: Readonly<Record<string, string>> = {}) => {
    const answer = await form("/issuer/authorize", { ...asked, persona: "dpo", ...changes });
    return { status: answer.statusCode, back: new URL(String(answer.headers.location ?? "about:blank")) };
  };
  const redeem = (code: string, changes: Readonly<Record<string, string>> = {}) =>
    form("/issuer/token", {
      grant_type: "authorization_code",
      code,
      redirect_uri: asked.redirect_uri,
      client_id: asked.client_id,
      code_verifier: verifier,
      ...changes,
    });

  test("shows every persona with a sentence in both languages, and runs no script.", async () => {
    const page = await server.inject({ url: `/issuer/authorize?${new URLSearchParams(asked)}`, headers: { host } });
    for (const { german, english } of personas.values()) {
      expect(page.body).toContain(german);
      expect(page.body).toContain(english);
    }
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(page.body).not.toContain("<script");
  });

  test("sends back with a code that gives an access token and an ID token, once.", async () => {
    const { status, back } = await choose();
    expect(status).toBe(303);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      code: expect.any(String),
      state: "s-1",
      iss: issuer.issuer,
    });
    const code = back.searchParams.get("code") ?? "";
    const { access_token: token, id_token: idToken } = (await redeem(code)).json();
    expect(await identifying(issuer)(["Authorization", `Bearer ${token}`])).toMatchObject({ office: "DPO_MUENSTER" });
    expect(decodeJwt(idToken)).toMatchObject({
      aud: "sichtfeld-console",
      nonce: "n-1",
      purposes: ["DATA_PROTECTION_CONTROL"],
    });
    // An ID token says who signed in; it opens nothing.
    await expect(identifying(issuer)(["Authorization", `Bearer ${idToken}`])).rejects.toThrow();
    expect((await redeem(code)).json().error).toBe("invalid_grant");
  });

  test.each([
    ["another verifier", { code_verifier: "w".repeat(43) }],
    ["another address", { redirect_uri: "http://127.0.0.1:4001/anmeldung" }],
    ["another client", { client_id: "somebody" }],
  ])("gives nothing for a code with %s, and the code is used up.", async (_, changes) => {
    const code = (await choose()).back.searchParams.get("code") ?? "";
    expect((await redeem(code, changes)).json().error).toBe("invalid_grant");
    expect((await redeem(code)).json().error).toBe("invalid_grant");
  });

  test.each([
    ["an address that is not the console's", { redirect_uri: "https://elsewhere.example/anmeldung" }],
    ["another page of the console", { redirect_uri: `http://${host}/protokoll` }],
    ["another client", { client_id: "somebody" }],
    ["no PKCE", { code_challenge: "" }],
    ["PKCE in the clear", { code_challenge_method: "plain" }],
    ["the implicit flow", { response_type: "token" }],
    ["a persona that is none", { persona: "constructor" }],
  ])("sends nobody anywhere for %s.", async (_, changes) => {
    expect(await choose(changes)).toMatchObject({ status: 400 });
  });

  test("refuses a parameter that is sent twice.", async () => {
    const url = `/issuer/authorize?${new URLSearchParams(asked)}&redirect_uri=https%3A%2F%2Felsewhere.example`;
    expect((await server.inject({ url, headers: { host } })).statusCode).toBe(400);
  });
});

describe("An authorization code", () => {
  const [persona] = personas.values();
  if (persona === undefined) throw new Error("There are no personas.");
  const verifier = "v".repeat(43);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const grant = { persona, clientId: "c", redirectUri: "r", challenge, nonce: null };
  const key = Buffer.alloc(32, 1);
  const redeemedBy = (codes: AuthorizationCodes, code: string, after = 0) =>
    codes.redeem({ code, clientId: "c", redirectUri: "r", verifier }, after);

  test("is over after a minute.", () => {
    const codes = new AuthorizationCodes(key);
    expect([60_000, 60_001].map((after) => redeemedBy(codes, codes.give(grant, 0), after))).toEqual([grant, null]);
  });

  test("is good once.", () => {
    const codes = new AuthorizationCodes(key);
    const code = codes.give(grant, 0);
    expect([redeemedBy(codes, code), redeemedBy(codes, code)]).toEqual([grant, null]);
  });

  test("is redeemed by another process of the same data folder, and by none of another.", () => {
    const code = new AuthorizationCodes(key).give(grant, 0);
    expect(redeemedBy(new AuthorizationCodes(key), code)).toEqual(grant);
    expect(redeemedBy(new AuthorizationCodes(Buffer.alloc(32, 2)), code)).toBeNull();
  });

  test("says nothing else when it is changed.", () => {
    const codes = new AuthorizationCodes(key);
    const [text = "", seal] = codes.give(grant, 0).split(".");
    const said = Buffer.from(text, "base64url").toString().replace(persona.name, "dpo");
    expect(redeemedBy(codes, `${Buffer.from(said).toString("base64url")}.${seal}`)).toBeNull();
    expect(redeemedBy(codes, "")).toBeNull();
  });
});
