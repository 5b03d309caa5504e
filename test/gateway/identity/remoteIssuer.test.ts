import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { remoteIssuer } from "../../../gateway/identity/remoteIssuer.ts";
import { IssuerOfTests } from "./IssuerOfTests.ts";
import { identifying } from "./identifying.ts";

/** What the provider answers, by path; a path that is missing is answered with 404. */
let answers: Map<string, unknown>;
let asked: string[];
let server: Server;
let url: string;

beforeEach(async () => {
  answers = new Map();
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const answer = answers.get(request.url ?? "");
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/nrw`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const discoveryPath = "/realms/nrw/.well-known/openid-configuration";

async function provider() {
  const issuer = await IssuerOfTests.make("RS256");
  answers.set(discoveryPath, { issuer: url, jwks_uri: `${url}/keys`, token_endpoint: `${url}/token` });
  answers.set("/realms/nrw/keys", issuer.keySet);
  return issuer;
}

async function headers(issuer: IssuerOfTests) {
  return ["Authorization", `Bearer ${await issuer.token({ iss: url })}`];
}

describe("An OIDC provider by URL", () => {
  test("is discovered with the first token, and its keys are asked for once.", async () => {
    const issuer = await provider();
    const identify = identifying(remoteIssuer({ url }));
    expect(asked).toEqual([]);
    expect(await identify(await headers(issuer))).toMatchObject({ office: "RRK_MUENSTER", person: "rrk-ms-0141" });
    await identify(await headers(issuer));
    expect(asked).toEqual([discoveryPath, "/realms/nrw/keys"]);
  });

  test("does not vouch for tokens of a key that it does not have.", async () => {
    await provider();
    const stranger = await IssuerOfTests.make("ES256");
    const identify = identifying(remoteIssuer({ url }));
    await expect(identify(await headers(stranger))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("may be down at first: the request ends with 503, and the next one is tried anew.", async () => {
    const issuer = await provider();
    const discovery = answers.get(discoveryPath);
    answers.delete(discoveryPath);
    const identify = identifying(remoteIssuer({ url }));
    await expect(identify(await headers(issuer))).rejects.toMatchObject({ code: "ISSUER_UNAVAILABLE", status: 503 });
    answers.set(discoveryPath, discovery);
    expect((await identify(await headers(issuer))).office).toBe("RRK_MUENSTER");
  });

  test.each<[string, () => void]>([
    [
      "its discovery document names another issuer",
      () => answers.set(discoveryPath, { issuer: "https://elsewhere.example", jwks_uri: `${url}/keys` }),
    ],
    ["its discovery document names no keys", () => answers.set(discoveryPath, { issuer: url })],
    [
      "its keys would come over plain HTTP from elsewhere",
      () => answers.set(discoveryPath, { issuer: url, jwks_uri: "http://keys.example/keys" }),
    ],
    ["its keys cannot be had", () => answers.delete("/realms/nrw/keys")],
    ["its key set is none", () => answers.set("/realms/nrw/keys", { keys: "none" })],
  ])("identifies nobody when %s.", async (_, disturb) => {
    const issuer = await provider();
    disturb();
    const identify = identifying(remoteIssuer({ url }));
    await expect(identify(await headers(issuer))).rejects.toMatchObject({ code: "ISSUER_UNAVAILABLE" });
  });
});

describe("A provider's URL", () => {
  test.each([
    ["https://login.example/realms/nrw", null],
    ["http://localhost:8080/realms/nrw", null],
    ["http://127.0.0.1:8080", null],
    ["http://[::1]:8080", null],
    ["http://keycloak:8080/realms/nrw", "keycloak:8080"],
  ])("%s is accepted (plain HTTP named for %s).", (accepted, plainHttpHost) => {
    expect(remoteIssuer({ url: accepted, plainHttpHost }).issuer).toBe(accepted);
  });

  test.each([
    ["http://login.example/realms/nrw", null, /https/],
    ["http://keycloak:8080/realms/nrw", null, /https/],
    ["http://keycloak:8080/realms/nrw", "keycloak:9090", /https/],
    ["http://127.0.0.1.example/", null, /https/],
    ["file:///etc/issuer", null, /https/],
    ["login.example", null, /cannot be read/],
  ])("%s is refused (plain HTTP named for %s).", (refused, plainHttpHost, message) => {
    expect(() => remoteIssuer({ url: refused, plainHttpHost })).toThrow(message);
  });
});
