import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Spellings } from "./NameList.ts";

const table = z.record(z.string(), z.string());
const letters = z
  .strictObject({
    cyrillic: z.strictObject({ icao: table, german: table, english: table, scientific: table }),
    latin: z.strictObject({ german: table, english: table }),
  })
  .parse(parse(readFileSync(new URL("../names/letters.yaml", import.meta.url), "utf8")));

/** The name in each way of writing it: as it is, as a German and an English ear take it down, and without diacritics. */
function ofLatin(name: string): Spellings {
  return [
    ...new Set([name, rewritten(name, letters.latin.german), rewritten(name, letters.latin.english), bare(name)]),
  ];
}

/** The name in passports, in German, in English and in scientific transliteration, in this order: each is a system of its own. */
function ofCyrillic(name: string): Spellings {
  return Object.values(letters.cyrillic).map((system) => rewritten(name, system));
}

function rewritten(name: string, system: Readonly<Record<string, string>>): string {
  const small = [...name.normalize("NFC")].map((letter) => {
    const written = system[letter.toLowerCase()];
    if (written === undefined) return letter;
    return letter === letter.toLowerCase() ? written : written.charAt(0).toUpperCase() + written.slice(1);
  });
  return small.join("").replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

/** Without diacritics, as a system that knows A to Z alone keeps it. */
function bare(name: string): string {
  return name
    .replaceAll(/[đĐıŁł]/g, (letter) => ({ đ: "d", Đ: "D", ı: "i", Ł: "L", ł: "l" })[letter] ?? letter)
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/[\p{M}'’ʹ]/gu, "")
    .normalize("NFC");
}

/** Ways in which one name is written. */
export const spellings = { ofLatin, ofCyrillic, bare } as const;
