import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const file = z.strictObject({ letters: z.string(), sequences: z.string(), nonLetters: z.string() });
const listed = file.parse(parse(readFileSync(new URL("din91379.yaml", import.meta.url), "utf8")));
const characters = Object.values(listed).flatMap((list) => list.normalize("NFC").split(" "));

/** Longest first, so that a sequence is not taken for its first letter. */
const alternatives = [...characters, " "]
  .toSorted((one, other) => other.length - one.length)
  .map((character) => character.replaceAll(/[.]/g, "\\$&"));
const pattern = new RegExp(`^(?:${alternatives.join("|")})+$`, "u");

/** Whether a text in Unicode NFC is written in the characters of a name by DIN 91379, data type A. False for the empty text. */
export function isName(text: string): boolean {
  return pattern.test(text);
}
