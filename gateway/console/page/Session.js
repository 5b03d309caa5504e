/** Seconds before its end at which a token is replaced. */
const renewalSeconds = 60;

/** Who asks in this page, and what for. Lives in memory alone. */
export class Session {
  persona = null;
  purpose = "";
  caseRef = "";
  reason = "";
  #token = null;
  #expiresAt = 0;

  /** Takes a token that was pasted; an empty one signs out. */
  takeToken(token) {
    this.persona = null;
    this.#token = token.trim() || null;
    this.#expiresAt = Number.POSITIVE_INFINITY;
  }

  /** Becomes a persona of the demonstration; its token is fetched when it is needed. */
  becomePersona(persona) {
    this.persona = persona;
    this.#token = null;
  }

  /** Purposes that the token or persona may state; empty where a pasted token cannot be read. */
  get purposes() {
    return this.persona === null ? purposesOf(this.#token) : this.persona.purposes;
  }

  /** Headers of a request as the API wants them: percent-encoded UTF-8, none where nothing was stated. */
  async headers() {
    const token = await this.#currentToken();
    const stated = { "access-purpose": this.purpose, "access-case": this.caseRef, "access-reason": this.reason };
    return {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...Object.fromEntries(
        Object.entries(stated)
          .filter(([, value]) => value.trim() !== "")
          .map(([name, value]) => [name, encodeURIComponent(value.trim())]),
      ),
    };
  }

  async #currentToken() {
    const { persona } = this;
    if (persona === null || (this.#token !== null && Date.now() < this.#expiresAt)) return this.#token;
    const response = await fetch("/issuer/token", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ persona: persona.name }),
    });
    if (!response.ok) throw new Error("Kein Token erhalten. / No token was issued.");
    const { access_token: token, expires_in: seconds } = await response.json();
    // Another persona may have been chosen meanwhile; its token is not replaced.
    if (this.persona === persona) {
      this.#token = token;
      this.#expiresAt = Date.now() + (seconds - renewalSeconds) * 1000;
    }
    return token;
  }
}

/** The purposes in a token's claims, read without checking it: the gateway does that. */
function purposesOf(token) {
  try {
    const claims = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(claims), (letter) => letter.codePointAt(0));
    const { purposes } = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(purposes) ? purposes.filter((purpose) => typeof purpose === "string") : [];
  } catch {
    return [];
  }
}
