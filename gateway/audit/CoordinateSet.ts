/** Bits in a word: as many as V8 keeps in a small integer. */
const wordBits = 30;

/**
 * Coordinates of one decision, as bits in the order of a list of all of them: two sets are one in a step or two, and sets of the same
 * coordinates have the same key. Immutable, so that whoever has nothing to add shares one.
 */
export class CoordinateSet implements Iterable<string> {
  /** Everything that sets of this decision can hold. */
  readonly all: readonly string[];
  readonly #words: readonly number[];
  #key: string | null = null;

  private constructor(all: readonly string[], words: readonly number[]) {
    this.all = all;
    this.#words = words;
  }

  /** @param all the decision's own list: sets of another can neither be added nor taken for these */
  static of(all: readonly string[], coordinates: Iterable<string>): CoordinateSet {
    const words = new Array<number>(Math.ceil(all.length / wordBits)).fill(0);
    for (const coordinate of coordinates) {
      const position = all.indexOf(coordinate);
      if (position === -1) throw new RangeError(`${coordinate} is none of the decision's coordinates.`);
      const word = Math.floor(position / wordBits);
      words[word] = (words[word] ?? 0) | (1 << (position % wordBits));
    }
    return new CoordinateSet(all, words);
  }

  /** The coordinates of both; this very set where the other adds none. @throws RangeError for a set of another decision */
  with(other: CoordinateSet): CoordinateSet {
    if (other === this) return this;
    if (other.all !== this.all) throw new RangeError("Coordinates of two decisions cannot be put together.");
    const words = this.#words;
    const others = other.#words;
    let isMore = false;
    for (let word = 0; word < words.length; word += 1) if ((others[word] ?? 0) & ~(words[word] ?? 0)) isMore = true;
    return isMore
      ? new CoordinateSet(
          this.all,
          words.map((bits, word) => bits | (others[word] ?? 0)),
        )
      : this;
  }

  /** Equal for equal sets under the same list, and for no others. */
  get key(): string {
    this.#key ??= this.#words.join();
    return this.#key;
  }

  has(coordinate: string): boolean {
    const position = this.all.indexOf(coordinate);
    return position !== -1 && this.#holds(position);
  }

  *[Symbol.iterator](): Generator<string> {
    for (const [position, coordinate] of this.all.entries()) if (this.#holds(position)) yield coordinate;
  }

  #holds(position: number): boolean {
    return ((this.#words[Math.floor(position / wordBits)] ?? 0) & (1 << (position % wordBits))) !== 0;
  }
}
