import type { Readings } from "./readingsOf.ts";

/** Vowels that systems of transliteration write for one another. What else differs, as a and u, makes another name: Hassan and Hussein. */
const near: ReadonlySet<string> = new Set(["ae", "ea", "ei", "ie"]);

/** Consonants from which vowels may differ, or one be missing within (Mhamed, Mohamed): with fewer, too little is left of the name. */
const consonantsMin = 3;

/**
 * Whether two names can be the same name in two systems of transliteration: the same consonants, and vowels that go together.
 * A vowel at the beginning or end is never missing: Karim and Karima are two names.
 */
export function isVariant(one: Readings, other: Readings): boolean {
  if ((one.mark & other.mark) === 0) return false;
  for (const [consonants, vowels] of one.vowelsOf) {
    const theirs = other.vowelsOf.get(consonants);
    if (theirs !== undefined && vowels.some((mine) => theirs.some((each) => agree(mine, each, consonants.length))))
      return true;
  }
  return false;
}

function agree(one: readonly string[], other: readonly string[], consonants: number): boolean {
  let missing = 0;
  for (const [at, mine] of one.entries()) {
    const theirs = other[at] ?? "";
    if (mine === theirs) continue;
    if (consonants < consonantsMin) return false;
    if (near.has(mine + theirs)) continue;
    const isWithin = at > 0 && at < one.length - 1;
    if (!isWithin || (mine !== "" && theirs !== "")) return false;
    missing += 1;
  }
  return missing <= 1;
}
