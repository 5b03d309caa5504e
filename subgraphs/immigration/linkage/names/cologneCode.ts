/** Letters of a group that sound alike, whatever stands beside them. */
const alike: ReadonlyMap<string, string> = new Map(
  [
    ["aeijouy", "0"],
    ["b", "1"],
    ["fvw", "3"],
    ["gkq", "4"],
    ["l", "5"],
    ["mn", "6"],
    ["r", "7"],
    ["sz", "8"],
  ].flatMap(([letters = "", digit = ""]) => [...letters].map((letter) => [letter, digit] as const)),
);

/**
 * Kölner Phonetik: how a name sounds to a German ear, as digits.
 *
 * Source: Hans Joachim Postel, Die Kölner Phonetik. Ein Verfahren zur Identifizierung von Personennamen auf der Grundlage der
 * Gestaltanalyse, IBM-Nachrichten 19 (1969), pp. 925-931.
 *
 * @param folded letters a to z; others are passed over
 */
export function cologneCode(folded: string): string {
  const letters = folded.replaceAll(/[^a-z]/g, "");
  let code = "";
  for (let at = 0; at < letters.length; at += 1) {
    for (const digit of digitsOf(letters.charAt(at), letters.charAt(at - 1), letters.charAt(at + 1))) {
      if (code.at(-1) !== digit) code += digit;
    }
  }
  return code.slice(0, 1) + code.slice(1).replaceAll("0", "");
}

/** @param before the letter before; empty at the beginning. @param after the letter after; empty at the end */
function digitsOf(letter: string, before: string, after: string): string {
  if (letter === "h") return "";
  if (letter === "p") return after === "h" ? "3" : "1";
  if (letter === "d" || letter === "t") return isOneOf(after, "csz") ? "8" : "2";
  if (letter === "x") return isOneOf(before, "ckq") ? "8" : "48";
  if (letter === "c") return isHardC(before, after) ? "4" : "8";
  return alike.get(letter) ?? "";
}

function isHardC(before: string, after: string): boolean {
  if (before === "") return isOneOf(after, "ahkloqrux");
  return !isOneOf(before, "sz") && isOneOf(after, "ahkoqux");
}

function isOneOf(letter: string, letters: string): boolean {
  return letter !== "" && letters.includes(letter);
}
