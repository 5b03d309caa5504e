import { seededRandomizer } from "../../../subgraphs/population/seededRandomizer.ts";

/** Chance from a seed: the same text gives the same draws in the same order. */
export class Dice {
  readonly #source: { next(): number };

  constructor(seed: string) {
    this.#source = seededRandomizer(seed);
  }

  /** A number from 0, below 1. */
  next(): number {
    return this.#source.next();
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0, below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError("Nothing to draw from.");
    return list[this.below(list.length)] as T;
  }

  /** One of the names, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    return (entries.at(-1) as [K, number])[0];
  }
}
