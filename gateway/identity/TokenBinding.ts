/** How an access token must be bound to its holder: by a key (DPoP, RFC 9449), by a client certificate (RFC 8705), or not at all. */
export const tokenBindings = ["dpop", "mtls", "none"] as const;

export type TokenBinding = (typeof tokenBindings)[number];
