const expanded: ReadonlyMap<string, string> = new Map([
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["ø", "oe"],
  ["œ", "oe"],
  ["đ", "d"],
  ["ł", "l"],
  ["ı", "i"],
]);

/**
 * A family name, or the beginning of one, as lists of names order and search it (DIN 5007-2: ä as ae): case and diacritics count
 * for nothing. The empty text for null, so that persons without a known name stand first.
 */
export function familyNameKey(name: string | null): string {
  return (name ?? "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => expanded.get(letter) ?? letter)
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "");
}
