import Fastify from "fastify";
import { afterAll, describe, expect, test } from "vitest";
import { pageRoutes } from "../../../gateway/console/pageRoutes.ts";
import type { Policy } from "../../../gateway/policy/Policy.ts";

const policy: Pick<Policy, "purposes" | "roles"> = {
  purposes: new Map([
    ["WORKLIST", { id: "WORKLIST", german: 'Liste <"&">', english: "list", code: "01", caseless: true }],
  ]),
  roles: new Map([["LEAD", { id: "LEAD", german: "Leitung", english: "lead", kinds: ["RRK"] }]]),
};

async function served(issuer: string, demonstration: boolean) {
  const server = Fastify();
  await server.register(pageRoutes, { issuer, demonstration, policy: () => policy });
  return server;
}

const server = await served("https://demonstration.example/issuer", true);
const page = await server.inject("/protokoll");

afterAll(() => server.close());

const directive = (headers: typeof page.headers, name: string) =>
  String(headers["content-security-policy"])
    .split("; ")
    .find((each) => each.startsWith(name));

describe("The console's pages", () => {
  test("run no inline script, load from this server alone, and stand in no frame.", () => {
    expect(page.body).not.toMatch(/<script>|<style|\son[a-z]+=/);
    expect(directive(page.headers, "script-src")).toBe("script-src 'self'");
    expect(directive(page.headers, "connect-src")).toBe("connect-src 'self'");
    expect(directive(page.headers, "frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(page.headers["cache-control"]).toBe("no-store");
  });

  test("may speak to the issuer where people sign in elsewhere, and to nobody else.", async () => {
    const elsewhere = await served("https://login.example/realms/nrw", false);
    const { headers, body } = await elsewhere.inject("/");
    expect(directive(headers, "connect-src")).toBe("connect-src 'self' https://login.example");
    expect(body).toContain("https://login.example/realms/nrw/.well-known/openid-configuration");
    await elsewhere.close();
  });

  test("are told purposes, roles and offices in a form that no text can break out of.", () => {
    const [, attribute = ""] = /data-config="([^"]*)"/.exec(page.body) ?? [];
    const config = JSON.parse(attribute.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
    expect(config.purposes).toEqual([{ id: "WORKLIST", german: 'Liste <"&">', english: "list", caseless: true }]);
    expect(config).toMatchObject({
      roles: { LEAD: { german: "Leitung", english: "lead" } },
      offices: { BAMF: expect.any(String) },
    });
  });

  test("are sent compressed where the browser asks for it, and not again where it has them.", async () => {
    const plain = await server.inject("/konsole/main.js");
    const packed = await server.inject({ url: "/konsole/main.js", headers: { "accept-encoding": "gzip, br" } });
    expect([plain.statusCode, packed.statusCode, packed.headers["content-encoding"]]).toEqual([200, 200, "br"]);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length);
    const again = await server.inject({
      url: "/konsole/main.js",
      headers: { "if-none-match": String(plain.headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  test.each(["/konsole/", "/konsole/main.tsx", "/konsole/..%2FpageRoutes.ts", "/konsole/constructor"])(
    "has nothing at %s.",
    async (url) => {
      expect((await server.inject(url)).statusCode).toBe(404);
    },
  );
});
