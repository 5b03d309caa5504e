import { hash } from "node:crypto";
import type { Randomizer } from "@faker-js/faker";

const twoTo26 = 2 ** 26;
const twoTo53 = 2 ** 53;

/**
 * Source of random numbers for Faker: xoshiro128** begun from SHA-256 of a text. Its state is four words, where Faker's own
 * Mersenne Twister fills 624 for each generator; a population makes several generators a person.
 */
export function seededRandomizer(text: string): Randomizer {
  const state = new Uint32Array(4);
  const begin = (seed: string) => {
    const digest = hash("sha256", seed, "buffer");
    for (const word of state.keys()) state[word] = digest.readUInt32LE(word * 4);
  };
  begin(text);
  return {
    /** A number in [0, 1) with 53 random bits. */
    next: () => ((nextWord(state) >>> 5) * twoTo26 + (nextWord(state) >>> 6)) / twoTo53,
    seed: (seed) => begin(String(seed)),
  };
}

/** One step of xoshiro128** (Blackman and Vigna): 32 random bits. */
function nextWord(state: Uint32Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = state;
  const thirdMixed = c ^ a;
  const fourthMixed = d ^ b;
  state[0] = a ^ fourthMixed;
  state[1] = b ^ thirdMixed;
  state[2] = thirdMixed ^ (b << 9);
  state[3] = rotate(fourthMixed, 11);
  return Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
