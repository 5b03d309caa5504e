import { consoleClient } from "../../gateway/identity/consoleClient.ts";
import type { Persona } from "../../gateway/identity/personas.ts";
import { tokenAudience } from "../../gateway/identity/tokenAudience.ts";

/** User attributes → claims of the access token. `person` is the staff id and becomes `sub`, in place of Keycloak's own id. */
const claims = [
  { attribute: "person", claim: "sub", multivalued: false },
  { attribute: "office", claim: "office", multivalued: false },
  { attribute: "role", claim: "role", multivalued: false },
  { attribute: "purposes", claim: "purposes", multivalued: true },
  { attribute: "responsiblePerson", claim: "responsiblePerson", multivalued: false },
  { attribute: "personRef", claim: "personRef", multivalued: false },
] as const;

const accessTokenLifeSeconds = 1800;

/**
 * A Keycloak realm with a user for each persona, to be imported when Keycloak starts.
 *
 * The password of all of them is the environment's `SICHTFELD_PERSONA_PASSWORD`, which Keycloak puts in while importing. What
 * decides on access (office, role, purposes …) is a declared attribute that administrators alone may change.
 */
export function realmOf(personas: Iterable<Persona>): object {
  return {
    realm: "sichtfeld",
    displayName: "Sichtfeld (demonstration)",
    enabled: true,
    sslRequired: "external",
    registrationAllowed: false,
    editUsernameAllowed: false,
    resetPasswordAllowed: false,
    bruteForceProtected: true,
    accessTokenLifespan: accessTokenLifeSeconds,
    clients: [client(), pages()],
    components: {
      "org.keycloak.userprofile.UserProfileProvider": [
        {
          providerId: "declarative-user-profile",
          config: { "kc.user.profile.config": [JSON.stringify(userProfile())] },
        },
      ],
    },
    users: Array.from(personas, user),
  };
}

/** Public, for command lines: a password gives a token, and there is no page to come back to. */
function client() {
  return {
    clientId: tokenAudience,
    name: "Sichtfeld",
    enabled: true,
    publicClient: true,
    standardFlowEnabled: false,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: true,
    serviceAccountsEnabled: false,
    fullScopeAllowed: false,
    defaultClientScopes: [],
    optionalClientScopes: [],
    // A token is bound to the key of whoever asked for it (DPoP, RFC 9449): a request without a proof gets none.
    attributes: { "dpop.bound.access.tokens": "true" },
    protocolMappers: [...claims.map((claim) => attributeMapper(claim)), audienceMapper()],
  };
}

/** Public, for the console: code flow with PKCE, tokens bound to the browser's key. The ID token tells the page what may be stated. */
function pages() {
  return {
    ...client(),
    clientId: consoleClient.id,
    name: "Sichtfeld Konsole",
    standardFlowEnabled: true,
    directAccessGrantsEnabled: false,
    redirectUris: [`\${SICHTFELD_PUBLIC_URL}${consoleClient.redirectPath}`],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Keycloak's own placeholder
    webOrigins: ["${SICHTFELD_PUBLIC_URL}"],
    attributes: { "dpop.bound.access.tokens": "true", "pkce.code.challenge.method": "S256" },
    protocolMappers: [...claims.map((claim) => attributeMapper(claim, true)), audienceMapper()],
  };
}

function attributeMapper({ attribute, claim, multivalued }: (typeof claims)[number], inIdToken = false) {
  return {
    name: claim,
    protocol: "openid-connect",
    protocolMapper: "oidc-usermodel-attribute-mapper",
    config: {
      "user.attribute": attribute,
      "claim.name": claim,
      "jsonType.label": "String",
      multivalued: String(multivalued),
      "access.token.claim": "true",
      "id.token.claim": String(inIdToken),
      "userinfo.token.claim": "false",
    },
  };
}

function audienceMapper() {
  return {
    name: "audience",
    protocol: "openid-connect",
    protocolMapper: "oidc-audience-mapper",
    config: { "included.custom.audience": tokenAudience, "access.token.claim": "true", "id.token.claim": "false" },
  };
}

function userProfile() {
  const ofKeycloak = ["username", "email", "firstName", "lastName"].map((name) => ({ name, multivalued: false }));
  const ours = claims.map(({ attribute, multivalued }) => ({ name: attribute, multivalued }));
  const permissions = { view: ["admin"], edit: ["admin"] };
  return { attributes: [...ofKeycloak, ...ours].map((attribute) => ({ ...attribute, permissions })) };
}

function user(persona: Persona) {
  return {
    username: persona.name,
    enabled: true,
    attributes: {
      person: [persona.person],
      office: [persona.office],
      role: [persona.role],
      purposes: persona.purposes,
      responsiblePerson: [persona.responsiblePerson],
      ...(persona.personRef === undefined ? {} : { personRef: [persona.personRef] }),
    },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Keycloak's own placeholder
    credentials: [{ type: "password", value: "${SICHTFELD_PERSONA_PASSWORD}", temporary: false }],
  };
}
