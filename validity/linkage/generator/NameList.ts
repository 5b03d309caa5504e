import type { Dice } from "./Dice.ts";

/** A name in the spellings in which papers write it; at least one. */
export type Spellings = readonly string[];

/** Names of which some are common and many rare: the share of each falls with its place in the list (Zipf, with the first ranks flattened). */
export class NameList {
  readonly #names: readonly Spellings[];
  readonly #sums: Float64Array;

  /** @param names commonest first; `shares` in their order, where they are published */
  constructor(names: readonly Spellings[], shares?: readonly number[]) {
    this.#names = names;
    this.#sums = new Float64Array(names.length);
    let sum = 0;
    for (const place of names.keys()) {
      sum += shares?.[place] ?? 1 / (place + 5);
      this.#sums[place] = sum;
    }
  }

  draw(dice: Dice): Spellings {
    const wanted = dice.next() * (this.#sums.at(-1) ?? 0);
    let low = 0;
    let high = this.#names.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return this.#names[low] ?? [""];
  }
}
