/** Draws that are the same for the same seed. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** Whole number from 0 up to `below`. */
  index(below: number): number;
  /** True with this probability. */
  happens(probability: number): boolean;
  pick<T>(among: readonly T[]): T;
  /** The same elements in an order that is drawn. */
  shuffled<T>(list: readonly T[]): readonly T[];
}

/** mulberry32. */
export function chance(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const index = (below: number) => Math.floor(next() * below);
  return {
    next,
    index,
    happens: (probability) => next() < probability,
    pick<T>(among: readonly T[]): T {
      if (among.length === 0) throw new Error("There is nothing to pick from.");
      return among[index(among.length)] as T;
    },
    shuffled<T>(list: readonly T[]): readonly T[] {
      const left = [...list];
      for (let at = left.length - 1; at > 0; at -= 1) {
        const other = index(at + 1);
        [left[at], left[other]] = [left[other] as T, left[at] as T];
      }
      return left;
    },
  };
}
