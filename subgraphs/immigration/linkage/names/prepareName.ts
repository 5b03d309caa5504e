import { cologneCode } from "./cologneCode.ts";
import { foldName } from "./foldName.ts";
import type { PreparedName } from "./PreparedName.ts";
import { readingsOf } from "./readingsOf.ts";

/** Articles and particles that one office writes and the other leaves out. */
const particles: ReadonlySet<string> = new Set(
  "al el ul ad as ash ed es von van der den de da do dos di du la le zu zur".split(" "),
);

/** Abd, "servant of", with the article in each way of writing it: Abdul Rahman, Abdel-Rahman, Abderrahman, Abd al-Rahman. */
const servant = /\babd(?:(?:ou|[aeiou])(?:l|([rsndtz])(?=\1))?)?\s?(?:(?:al|el|ul)\s)?(?=[a-z]{2})/g;
/** The Arabic article written with its name, which another office parts from it or leaves out: Alahmad, Al-Ahmad, Ahmad. */
const joinedArticle = /^[ae]l(?=[a-z]{5})/;

/** A name as comparing needs it; null for null and for a name without a letter. */
export function prepareName(name: string | null): PreparedName | null {
  const words = foldName(name ?? "")
    .replaceAll(servant, "abd")
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return null;
  const bearing = words.filter((word) => !particles.has(word));
  const used = bearing.length > 0 ? bearing : words;
  const folded = used.join("");
  const parts = used.map((word) => ({ folded: word, readings: readingsOf(word, word.replace(joinedArticle, "")) }));
  return {
    folded,
    readings: readingsOf(folded, folded.replace(joinedArticle, "")),
    parts,
    cologne: cologneCode(folded),
  };
}
