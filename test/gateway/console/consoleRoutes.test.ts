import Fastify from "fastify";
import { afterAll, describe, expect, test } from "vitest";
import { consoleRoutes } from "../../../gateway/console/consoleRoutes.ts";
import type { Purpose } from "../../../gateway/policy/Policy.ts";

const purposes: ReadonlyMap<string, Purpose> = new Map([
  [
    "WORKLIST",
    {
      id: "WORKLIST",
      german: "priorisierte Arbeitsliste",
      english: "prioritised worklist",
      code: "01",
      caseless: true,
    },
  ],
]);
const server = Fastify();
await server.register(consoleRoutes, { demonstration: true, purposes: () => purposes });
const page = await server.inject("/graphiql");

afterAll(() => server.close());

describe("The console", () => {
  test("lets the browser load from this server alone, run no inline script, and stand in no frame.", () => {
    const policy = String(page.headers["content-security-policy"]);
    expect(policy.split("; ").sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self' data:",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "script-src 'self'",
      "style-src 'self'",
    ]);
  });

  test("names no address but its own, and has no inline script or style.", () => {
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? "");
    expect(addresses.filter((address) => !address.startsWith("/graphiql/assets/"))).toEqual(["data:,"]);
    expect(page.body).not.toMatch(/https?:|<script>|<style|\son[a-z]+=/);
  });

  test("has everything that it loads, modules included.", async () => {
    const pending = [...page.body.matchAll(/"(\/graphiql\/assets\/[^"]+)"/g)].map(([, address]) => address ?? "");
    const loaded = new Set<string>();
    for (const address of pending) {
      if (loaded.has(address)) continue;
      loaded.add(address);
      const answer = await server.inject(address);
      expect(answer.statusCode, address).toBe(200);
      expect(answer.headers["content-type"], address).toMatch(
        address.endsWith(".css") ? /^text\/css/ : /^text\/javascript/,
      );
      for (const [, name] of answer.body.matchAll(/^import .* from "\.\/([^"]+)";$/gm)) {
        pending.push(`/graphiql/assets/${name}`);
      }
    }
    expect([...loaded].map((address) => address.split("/").at(-1)).sort()).toEqual(
      "Session.js console.css console.js exampleQueries.js graphiql.css graphiql.js graphiqlView.js memoryStorage.js offeredExamples.js personExamples.js react-dom.js react.js".split(
        " ",
      ),
    );
  });

  test("gives every field a label, and says in which language it speaks.", () => {
    const fields = [...page.body.matchAll(/<(?:input|select)[^>]*\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(fields).toEqual(["persona", "token", "purpose", "case", "reason", "example"]);
    for (const id of fields) expect(page.body).toContain(`<label for="${id}">`);
    expect(page.body).toContain('<html lang="de"');
  });

  test("offers the personas in the demonstration, and elsewhere a field for a token.", async () => {
    const elsewhere = Fastify();
    await elsewhere.register(consoleRoutes, { demonstration: false, purposes: () => purposes });
    expect(page.body).toContain('data-sign-in="persona"');
    expect((await elsewhere.inject("/graphiql")).body).toContain('data-sign-in="token"');
    await elsewhere.close();
  });

  test("tells the page the purposes in German, and which need a case.", async () => {
    expect((await server.inject("/graphiql/purposes")).json()).toEqual([
      { id: "WORKLIST", german: "priorisierte Arbeitsliste", caseless: true },
    ]);
  });

  test("does not send again what the browser has.", async () => {
    const url = "/graphiql/assets/graphiql.js";
    const { etag } = (await server.inject(url)).headers;
    const again = await server.inject({ url, headers: { "if-none-match": String(etag) } });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  test.each(["/graphiql/assets/", "/graphiql/assets/index.html", "/graphiql/assets/..%2FconsoleRoutes.ts"])(
    "has nothing at %s.",
    async (url) => {
      expect((await server.inject(url)).statusCode).toBe(404);
    },
  );
});
