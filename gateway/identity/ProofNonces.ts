import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Life of a nonce in milliseconds: it is taken in its own slot and in the next. */
const slotMilliseconds = 120_000;

/**
 * Nonces that a proof must carry (RFC 9449, section 8). They are not stored: a nonce is its time under a key that this process
 * alone has. A proof made for one gateway is therefore good at no other, which a memory of used proofs cannot see.
 */
export class ProofNonces {
  readonly #key = randomBytes(32);

  /** @param now milliseconds since 1970 */
  current(now: number): string {
    return this.#of(Math.floor(now / slotMilliseconds));
  }

  accepts(nonce: string, now: number): boolean {
    const slot = Math.floor(now / slotMilliseconds);
    return [slot, slot - 1].some((each) => isSame(this.#of(each), nonce));
  }

  #of(slot: number): string {
    return createHmac("sha256", this.#key).update(String(slot)).digest("base64url");
  }
}

function isSame(wanted: string, given: string): boolean {
  const [left, right] = [Buffer.from(wanted), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
