import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type Persona, personas } from "./personas.ts";

/** What a code was given for (RFC 6749, 4.1). */
export interface CodeGrant {
  readonly persona: Persona;
  readonly clientId: string;
  readonly redirectUri: string;
  /** `code_challenge` with S256 (RFC 7636). */
  readonly challenge: string;
  /** Goes into the ID token as it came; null where none was sent. */
  readonly nonce: string | null;
}

/** What the client sends to redeem a code. */
export interface Redemption {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** What a code says: everything that it was given for. */
interface Said extends Omit<CodeGrant, "persona"> {
  /** Name of the persona. */
  readonly persona: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** No two codes are the same. */
  readonly id: string;
}

const lifeMilliseconds = 60_000;

/**
 * Authorization codes of the demonstration's issuer, each good for a minute. They are not stored: a code says what it was given for, under a key
 * that the processes of one data folder share, so that one may redeem what another gave. Which were redeemed each process knows of itself.
 */
export class AuthorizationCodes {
  readonly #key: Uint8Array;
  /** Redeemed codes → when they are over. */
  readonly #used = new Map<string, number>();

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** A new code. */
  give({ persona, ...others }: CodeGrant, now = Date.now()): string {
    const id = randomBytes(16).toString("base64url");
    const said: Said = { ...others, persona: persona.name, until: now + lifeMilliseconds, id };
    const text = Buffer.from(JSON.stringify(said)).toString("base64url");
    return `${text}.${this.#seal(text).toString("base64url")}`;
  }

  /** Null where the code was never given, was redeemed here, is over, or was given for something else; it is used up whatever comes. */
  redeem({ code, clientId, redirectUri, verifier }: Redemption, now = Date.now()): CodeGrant | null {
    const said = this.#read(code);
    if (said === null || said.until < now || this.#used.has(said.id)) return null;
    for (const [id, until] of this.#used) if (until < now) this.#used.delete(id);
    const { id, until, persona: name, ...grant } = said;
    this.#used.set(id, until);
    const persona = personas.get(name);
    const proved = createHash("sha256").update(verifier, "ascii").digest("base64url") === grant.challenge;
    const isMeant = proved && grant.clientId === clientId && grant.redirectUri === redirectUri;
    return isMeant && persona !== undefined ? { persona, ...grant } : null;
  }

  #read(code: string): Said | null {
    const [text = "", seal = ""] = code.split(".");
    const [wanted, given] = [this.#seal(text), Buffer.from(seal, "base64url")];
    if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return null;
    return JSON.parse(Buffer.from(text, "base64url").toString()) as Said;
  }

  #seal(text: string): Buffer {
    return createHmac("sha256", this.#key).update(text).digest();
  }
}
