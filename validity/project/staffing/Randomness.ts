import { seededRandomizer } from "../../../subgraphs/population/seededRandomizer.ts";

/** Seeded draws for a simulation. */
export class Randomness {
  readonly #next: () => number;

  constructor(seed: string) {
    const randomizer = seededRandomizer(seed);
    this.#next = () => randomizer.next() as number;
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.#next());
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#next())) * Math.cos(2 * Math.PI * this.#next());
  }

  /** @returns 0 where the mean is 0 */
  logNormal(mean: number, variance: number): number {
    if (mean <= 0) return 0;
    const squared = Math.log(1 + variance / mean ** 2);
    return Math.exp(Math.log(mean) - squared / 2 + Math.sqrt(squared) * this.normal());
  }
}
