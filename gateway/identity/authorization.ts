import { GatewayError } from "../errors.ts";
import { headerValues } from "./headerValues.ts";

/** What `Authorization` says: a token, and whether it is sent with proof of possession of a key. */
export interface Authorization {
  readonly scheme: "Bearer" | "DPoP";
  readonly token: string;
}

/**
 * The token of `Authorization: Bearer <token>` (RFC 6750) or `Authorization: DPoP <token>` (RFC 9449).
 *
 * @throws GatewayError UNAUTHENTICATED where there is none, more than one header, or another scheme
 */
export function authorization(rawHeaders: readonly string[]): Authorization {
  const values = headerValues(rawHeaders, "Authorization");
  const parts = values.length === 1 ? /^(Bearer|DPoP) +([A-Za-z0-9._~+/-]+=*)$/i.exec(values[0] ?? "") : null;
  const [, scheme, token] = parts ?? [];
  if (scheme === undefined || token === undefined) throw new GatewayError("UNAUTHENTICATED");
  return { scheme: scheme.toLowerCase() === "dpop" ? "DPoP" : "Bearer", token };
}
