/** Letters that have no decomposition in Unicode, as ICAO Doc 9303-3 and search forms of registers write them. */
const expanded: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ł", "l"],
  ["ı", "i"],
  ["ɨ", "i"],
  ["ə", "a"],
  ["þ", "th"],
  ["ħ", "h"],
  ["ŧ", "t"],
  ["ŋ", "ng"],
  ["ĸ", "k"],
  ["ʒ", "z"],
  ["ƈ", "c"],
  ["ĳ", "ij"],
  ["ŀ", "l"],
  ["ŉ", "n"],
]);

/**
 * A name for comparison alone: small letters a to z, its parts parted by single spaces. Diacritics, apostrophes and dots count for nothing,
 * hyphens part. What is kept and shown is the name itself.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => expanded.get(letter) ?? letter)
    .normalize("NFD")
    .replaceAll(/[\p{M}'`´’ʹʺʾʿˈˌ.·¨~‡]/gu, "")
    .replaceAll(/[^a-z]+/g, " ")
    .trim();
}
