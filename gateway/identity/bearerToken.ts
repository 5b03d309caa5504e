import { GatewayError } from "../errors.ts";
import { headerValues } from "./headerValues.ts";

/**
 * The token of `Authorization: Bearer <token>` (RFC 6750).
 *
 * @throws GatewayError UNAUTHENTICATED where there is none, more than one header, or another scheme
 */
export function bearerToken(rawHeaders: readonly string[]): string {
  const values = headerValues(rawHeaders, "Authorization");
  const token = values.length === 1 ? /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(values[0] ?? "")?.[1] : undefined;
  if (token === undefined) throw new GatewayError("UNAUTHENTICATED");
  return token;
}
