import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import { headerValues } from "./identity/headerValues.ts";
import type { TrustsAddress } from "./trustedProxies.ts";

/**
 * The client certificate of a request, DER; null for none. Where TLS ends at a proxy that is trusted, it is what that says in
 * `Client-Cert` (RFC 9440); from anybody else the header says nothing, and the certificate is that of the connection itself,
 * whose possession TLS has proved.
 */
export function clientCertificate(request: IncomingMessage, trusts: TrustsAddress): Uint8Array | null {
  if (trusts(request.socket.remoteAddress ?? "")) {
    const [value, ...others] = headerValues(request.rawHeaders, "Client-Cert");
    const encoded = others.length === 0 ? /^:([A-Za-z0-9+/]+={0,2}):$/.exec(value ?? "")?.[1] : undefined;
    return encoded === undefined ? null : Buffer.from(encoded, "base64");
  }
  if (!(request.socket instanceof TLSSocket)) return null;
  const { raw } = request.socket.getPeerCertificate();
  return raw ?? null;
}
