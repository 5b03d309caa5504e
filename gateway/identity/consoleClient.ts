/** The console as a client of the issuer: public, with PKCE, back to one page alone. */
export const consoleClient = { id: "sichtfeld-console", redirectPath: "/anmeldung", scope: "openid" } as const;
