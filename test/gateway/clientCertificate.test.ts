import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { createServer as createTlsServer, request as tlsRequest } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { clientCertificate } from "../../gateway/clientCertificate.ts";
import { trustedProxies } from "../../gateway/trustedProxies.ts";

const pem = (name: string) => readFileSync(new URL(`identity/certificates/${name}.pem`, import.meta.url));
const own = { key: pem("server.key"), cert: pem("server") };
const holder = new X509Certificate(pem("holder")).raw;
const header = `:${holder.toString("base64")}:`;
const nameOf = (certificate: Uint8Array | null) =>
  certificate === null ? "none" : createHash("sha256").update(certificate).digest("hex");

let trusted = "192.0.2.1";
const answer = (request: IncomingMessage, response: { end(body: string): void }) =>
  response.end(nameOf(clientCertificate(request, trustedProxies(trusted) ?? (() => false))));
const plain = createServer(answer).listen(0, "127.0.0.1");
const tls = createTlsServer({ ...own, requestCert: true, rejectUnauthorized: false }, answer).listen(0, "127.0.0.1");
afterAll(() => {
  plain.close();
  tls.close();
});

const loopback = "127.0.0.1, ::1";
const held = { cert: pem("holder"), key: pem("holder.key") };

async function seen(secure: boolean, proxies: string, options: object): Promise<string> {
  trusted = proxies;
  const { port } = (secure ? tls : plain).address() as AddressInfo;
  const send = secure ? tlsRequest : httpRequest;
  const given = { port, host: "127.0.0.1", agent: false, rejectUnauthorized: false, ...options };
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    send(given, resolve).on("error", reject).end(),
  );
  return text(response);
}

describe("The client certificate of a request", () => {
  test.each<[string, boolean, string, object, string]>([
    ["of the connection where TLS ends here", true, "192.0.2.1", held, nameOf(holder)],
    ["none where the client has none", true, "192.0.2.1", {}, "none"],
    ["none over plain HTTP", false, "192.0.2.1", {}, "none"],
    ["that a trusted proxy names", false, loopback, { headers: { "Client-Cert": header } }, nameOf(holder)],
    [
      "none that anybody else names, over plain HTTP",
      false,
      "192.0.2.1",
      { headers: { "Client-Cert": header } },
      "none",
    ],
    ["none that anybody else names, over TLS", true, "192.0.2.1", { headers: { "Client-Cert": header } }, "none"],
    ["never the proxy's own", true, loopback, held, "none"],
    ["none where a proxy sends two", false, loopback, { headers: { "Client-Cert": [header, header] } }, "none"],
    [
      "none that is written otherwise",
      false,
      loopback,
      { headers: { "Client-Cert": holder.toString("base64") } },
      "none",
    ],
  ])("is %s.", async (_, secure, proxies, options, expected) => {
    expect(await seen(secure, proxies, options)).toBe(expected);
  });
});

describe("Trusted proxies", () => {
  const trusts = trustedProxies("10.1.0.0/16, 192.0.2.7, fd00::/8");
  test.each([
    ["10.1.200.3", true],
    ["::ffff:10.1.200.3", true],
    ["10.2.0.1", false],
    ["192.0.2.7", true],
    ["192.0.2.8", false],
    ["fd12::1", true],
    ["2001:db8::1", false],
    ["", false],
    ["nobody", false],
  ])("%s: %s", (address, expected) => {
    expect(trusts?.(address)).toBe(expected);
  });

  test.each(["", "proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.1,"])(
    "%j is no list of addresses",
    (text) => {
      expect(trustedProxies(text)).toBeNull();
    },
  );
});
