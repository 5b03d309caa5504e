/** The claim `aud` of every token that the gateway accepts. */
export const tokenAudience = "sichtfeld";
