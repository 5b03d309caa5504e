import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createLocalJWKSet, type JSONWebKeySet, SignJWT } from "jose";
import { keptKey } from "./keptKey.ts";
import type { Persona } from "./personas.ts";
import type { TrustedIssuer } from "./TrustedIssuer.ts";
import { tokenAudience } from "./tokenAudience.ts";
import type { TokenClaims } from "./tokenClaims.ts";

/** The OIDC issuer of the demonstration: anybody may be any persona. */
export interface DemonstrationIssuer extends TrustedIssuer {
  /** The public key, as `/issuer/jwks` shows it. */
  readonly keySet: JSONWebKeySet;
  /** Key of its authorization codes, the same for all processes of the data folder. */
  readonly codeKey: Uint8Array;
  /**
   * A signed token of the persona that lives for so many minutes.
   *
   * @param boundTo what it is bound to: the thumbprint of a key (`jkt`) or of a client certificate; nothing: a bearer token
   * @param clientId program that it is issued to
   */
  issueToken(persona: Persona, lifeMinutes: number, boundTo?: TokenClaims["cnf"], clientId?: string): Promise<string>;
  /** A signed ID token (OpenID Connect Core, 2): who the persona is and what it may state, for the client that asked. */
  issueIdToken(persona: Persona, clientId: string, nonce: string | null, lifeMinutes: number): Promise<string>;
}

/** A name, not an address: the token command does not know which port the gateway listens on. */
const issuer = "https://demonstration.sichtfeld.example/issuer";

/**
 * Opens the demonstration's issuer; its key is kept in the data folder.
 *
 * @param environment value of NODE_ENV
 * @throws Error where NODE_ENV is `production`, or where the key cannot be kept or read
 */
export async function demonstrationIssuer(
  dataFolder: string,
  environment: string | undefined = process.env.NODE_ENV,
): Promise<DemonstrationIssuer> {
  if (environment === "production") {
    throw new Error(
      "There is no demonstration issuer with NODE_ENV=production. Set SICHTFELD_ISSUER to an OIDC issuer.",
    );
  }
  const { privateKey, publicJwk, keyId, secretFor } = await keptKey(join(dataFolder, "issuer"));
  const keySet = { keys: [publicJwk] };
  return {
    issuer,
    findKey: createLocalJWKSet(keySet),
    keySet,
    codeKey: secretFor("authorization codes"),
    issueToken: (persona, lifeMinutes, boundTo, clientId = "sichtfeld-demonstration") =>
      new SignJWT({
        client_id: clientId,
        office: persona.office,
        role: persona.role,
        purposes: persona.purposes,
        responsiblePerson: persona.responsiblePerson,
        ...(persona.personRef === undefined ? {} : { personRef: persona.personRef }),
        ...(boundTo === undefined ? {} : { cnf: boundTo }),
      })
        .setProtectedHeader({ alg: "EdDSA", kid: keyId, typ: "at+jwt" })
        .setIssuer(issuer)
        .setAudience(tokenAudience)
        .setSubject(persona.person)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${lifeMinutes} minutes`)
        .sign(privateKey),
    issueIdToken: ({ name, office, role, purposes, person }, clientId, nonce, lifeMinutes) =>
      new SignJWT({ preferred_username: name, office, role, purposes, ...(nonce === null ? {} : { nonce }) })
        .setProtectedHeader({ alg: "EdDSA", kid: keyId })
        .setIssuer(issuer)
        .setAudience(clientId)
        .setSubject(person)
        .setIssuedAt()
        .setExpirationTime(`${lifeMinutes} minutes`)
        .sign(privateKey),
  };
}
