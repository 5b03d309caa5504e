import type { Readings } from "./readingsOf.ts";

/** Vowels that systems of transliteration write for one another. What else differs, as a and u, makes another name: Hassan and Hussein. */
const near: ReadonlySet<string> = new Set(["ae", "ea", "ei", "ie"]);

/** Of these, those that go together also where little is left of a name: Emad and Imad, Reza and Riza; not Hasan and Hesen. */
const nearest: ReadonlySet<string> = new Set(["ei", "ie"]);

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
    const isFew = consonants < consonantsMin;
    // Of one vowel each: a run of two that the other has none of, as in Kadriye and Kader, is another name.
    const isVowelEach = mine.length === 1 && theirs.length === 1;
    if (isVowelEach && consonants > 1 && (isFew ? nearest : near).has(mine + theirs)) continue;
    if (isFew) return false;
    const isWithin = at > 0 && at < one.length - 1;
    if (!isWithin || (mine !== "" && theirs !== "")) return false;
    missing += 1;
  }
  return missing <= 1;
}
