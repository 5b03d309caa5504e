import type { KeyObject, webcrypto } from "node:crypto";
import { SignJWT } from "jose";
import { type GrantClaims, grantLifeSeconds } from "../../schema/grant.ts";

/** A grant to one subgraph as the gateway signs it, valid from now on. */
export function signGrant(
  grant: GrantClaims,
  audience: string,
  privateKey: webcrypto.CryptoKey | KeyObject,
): Promise<string> {
  return new SignJWT({ grant })
    .setProtectedHeader({ alg: "EdDSA" })
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${grantLifeSeconds}s`)
    .sign(privateKey);
}
