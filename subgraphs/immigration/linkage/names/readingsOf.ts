import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const sounds = new Map(
  Object.entries(
    z
      .record(z.string(), z.array(z.string()).min(1))
      .parse(parse(readFileSync(new URL("sounds.yaml", import.meta.url), "utf8"))),
  ),
);
const lettersMax = Math.max(...[...sounds.keys()].map(({ length }) => length));

/** Most readings of one name: a name of many letters that can stand for several sounds is read in the commonest ways. */
const readingsMax = 12;

/** How a name may sound, whatever system of transliteration wrote it. */
export interface Readings {
  /**
   * Its consonants, without doubles and without an `H` at the end → the vowels before, between and after them, one entry more than consonants,
   * empty where there is none.
   */
  readonly vowelsOf: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Bits for the beginnings and lengths of the consonants: two names without a bit in common have none of them in common. */
  readonly mark: number;
}

/** @param spelled ways to spell the name, letters a to z; the same way twice counts once */
export function readingsOf(...spelled: readonly string[]): Readings {
  const readings = [...new Set(spelled)].flatMap(readAloud);
  const found = new Map<string, (readonly string[])[]>();
  for (const reading of readings) {
    const { consonants, vowels } = partReading(reading);
    const known = found.get(consonants) ?? [];
    if (!known.some((each) => each.join() === vowels.join())) found.set(consonants, [...known, vowels]);
  }
  const mark = [...found.keys()].reduce((bits, consonants) => bits | bitOf(consonants), 0);
  return { vowelsOf: found, mark };
}

function bitOf(consonants: string): number {
  return 1 << ((consonants.charCodeAt(0) * 7 + consonants.length * 5) % 31);
}

function readAloud(folded: string): readonly string[] {
  const letters = folded.replaceAll(/([b-df-hj-np-tv-z])\1/g, "$1");
  let readings: readonly string[] = [""];
  for (let at = 0; at < letters.length; ) {
    const { length, heard } = soundAt(letters, at);
    const longer = heard.flatMap((sound) => readings.map((reading) => reading + sound));
    readings = longer.slice(0, readingsMax);
    at += length;
  }
  return readings;
}

function soundAt(folded: string, at: number): { readonly length: number; readonly heard: readonly string[] } {
  for (let length = Math.min(lettersMax, folded.length - at); length > 0; length -= 1) {
    const heard = sounds.get(folded.slice(at, at + length));
    if (heard !== undefined) return { length, heard };
  }
  return { length: 1, heard: [""] };
}

function partReading(reading: string): { readonly consonants: string; readonly vowels: readonly string[] } {
  let consonants = "";
  const vowels: string[] = [""];
  for (const sound of reading) {
    const isVowel = sound >= "a";
    const last = vowels.length - 1;
    if (isVowel) vowels[last] = addVowel(vowels[last] ?? "", sound);
    else if (consonants.at(-1) !== sound || vowels[last] !== "") {
      consonants += sound;
      vowels.push("");
    }
  }
  if (consonants.length > 1 && consonants.endsWith("H") && vowels.at(-1) === "") {
    consonants = consonants.slice(0, -1);
    vowels.pop();
  }
  return { consonants, vowels };
}

function addVowel(run: string, sound: string): string {
  return run.endsWith(sound) ? run : run + sound;
}
