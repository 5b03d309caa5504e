/** The proofs that were used already, each until it could not be used any more. */
export class UsedProofs {
  readonly #max: number;
  /** Name of a proof → milliseconds since 1970 at which it can be forgotten. */
  readonly #used = new Map<string, number>();

  /** @param max proofs that are remembered at most */
  constructor(max: number) {
    this.#max = max;
  }

  /**
   * Remembers a proof.
   *
   * @returns whether it was not used before. No proof is forgotten for want of room: where there is none, the answer is "full"
   */
  use(name: string, until: number, now: number): "first" | "again" | "full" {
    for (const [eldest, end] of this.#used) {
      if (end > now) break;
      this.#used.delete(eldest);
    }
    if ((this.#used.get(name) ?? 0) > now) return "again";
    if (this.#used.size >= this.#max) return "full";
    this.#used.set(name, until);
    return "first";
  }
}
