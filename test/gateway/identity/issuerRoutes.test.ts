import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { afterAll, describe, expect, test } from "vitest";
import { demonstrationIssuer } from "../../../gateway/identity/demonstrationIssuer.ts";
import { issuerRoutes } from "../../../gateway/identity/issuerRoutes.ts";
import { personas } from "../../../gateway/identity/personas.ts";
import { identifying } from "./identifying.ts";

const folder = mkdtempSync(join(tmpdir(), "sichtfeld-issuer-"));
const issuer = await demonstrationIssuer(folder);
const server = Fastify();
await server.register(issuerRoutes, { issuer });

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
