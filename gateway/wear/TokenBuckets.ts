interface Bucket {
  tokens: number;
  /** Milliseconds since 1970. */
  filledAt: number;
}

/** A rate: so many at once, and so many a second on the long run. */
export interface Rate {
  readonly burstMax: number;
  readonly perSecondMax: number;
}

/** Token buckets by key. Memory is bounded: where there are too many keys, the one that was used longest ago is forgotten. */
export class TokenBuckets {
  readonly #rate: Rate;
  readonly #keysMax: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, keysMax: number) {
    this.#rate = rate;
    this.#keysMax = keysMax;
  }

  /** Keys that are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /**
   * Seconds until there is a token for the key; 0: there is one now. Takes none.
   *
   * @param now milliseconds since 1970. A clock that is set back fills nothing and takes nothing away
   */
  wait(key: string, now: number): number {
    const tokens = this.#tokens(key, now);
    return tokens >= 1 ? 0 : (1 - tokens) / this.#rate.perSecondMax;
  }

  /** Takes a token. Where there is none, nothing is taken: who goes on asking does not wait the longer for it. */
  take(key: string, now: number): void {
    const tokens = this.#tokens(key, now);
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, filledAt: now });
    for (const eldest of this.#buckets.keys()) {
      if (this.#buckets.size <= this.#keysMax) return;
      this.#buckets.delete(eldest);
    }
  }

  #tokens(key: string, now: number): number {
    const { burstMax, perSecondMax } = this.#rate;
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return burstMax;
    const elapsedSeconds = Math.max(0, now - bucket.filledAt) / 1000;
    return Math.min(burstMax, bucket.tokens + elapsedSeconds * perSecondMax);
  }
}
