import type { Comparison, FieldName } from "../compare/levels.ts";
import type { PreparedPerson } from "../compare/PreparedPerson.ts";
import type { PreparedName } from "../names/PreparedName.ts";
import { type TermShares, termsOf } from "./TermShares.ts";
import { togetherLevels } from "./Together.ts";
import type { Weights } from "./Weights.ts";

/**
 * What each field says for (positive) or against one person, in bits: the logarithm to base 2 of m through u. `together` is what family and given
 * name say beyond each by itself.
 */
export type FieldBits = { readonly [F in FieldName | "together"]: number };

export interface Score {
  readonly fields: FieldBits;
  /** Posterior odds in bits: what all fields say, after how rarely two records taken at random are one person. */
  readonly bits: number;
}

/**
 * Scores a comparison by the model of Fellegi and Sunter. Where names or dates of birth agree, u is how often that name or date is in the file
 * (term frequency): that two are called Nguyễn and were born on 1 January says little.
 *
 * Sources: Ivan P. Fellegi, Alan B. Sunter, A Theory for Record Linkage, Journal of the American Statistical Association 64 (1969),
 * pp. 1183-1210; William E. Winkler, Frequency-based matching in the Fellegi-Sunter model of record linkage, ASA (1989), pp. 778-783.
 *
 * @param described the description; `onFile` who is compared with it
 */
export function scorePair(
  comparison: Comparison,
  described: PreparedPerson,
  onFile: PreparedPerson,
  shares: TermShares,
  weights: Weights,
): Score {
  const isStraight = comparison.order === "STRAIGHT";
  const fields: FieldBits = {
    family: nameBits("family", onFile.familyNames),
    given: nameBits("given", onFile.givenNames === null ? [] : [onFile.givenNames]),
    birth: birthBits(),
    place: levelBits("place"),
    order: levelBits("order"),
    together: togetherBits(),
  };
  const prior = Math.log2(weights.knownShare / shares.persons);
  return { fields, bits: Object.values(fields).reduce((sum, bits) => sum + bits, prior) };

  function levelBits<F extends FieldName>(field: F): number {
    const level = comparison[field];
    if (level === "MISSING") return 0;
    const { m, u } = weights.fields[field][level as never] as { readonly m: number; readonly u: number };
    return Math.log2(m / u);
  }

  /** The commonest of the names counts, whichever of them agreed. Swapped names are no commoner than others of their level. */
  function nameBits(field: "family" | "given", names: readonly PreparedName[]): number {
    const level = comparison[field];
    if (!isStraight || (level !== "EXACT" && level !== "VARIANT")) return levelBits(field);
    const counts = names.map((name) => {
      const { written, sound } = termsOf(field, name);
      return shares.count(level === "EXACT" ? written : sound);
    });
    const { m, u } = weights.fields[field][level];
    return Math.log2(m / shareOf(Math.max(...counts), u));
  }

  function togetherBits(): number {
    const { family, given } = comparison;
    if (!isStraight || !isWritten(family) || !isWritten(given)) return 0;
    return Math.log2(weights.together[family][given]);
  }

  function birthBits(): number {
    if (comparison.birth !== "EXACT") return levelBits("birth");
    const { m, u } = weights.fields.birth.EXACT;
    return Math.log2(m / shareOf(shares.count(`birth=${described.dateOfBirth}`), u));
  }

  function shareOf(count: number, u: number): number {
    const { termPersons, termShareMin } = weights;
    return Math.max((count + u * termPersons) / (shares.persons + termPersons), termShareMin);
  }
}

function isWritten(level: Comparison["family"]): level is (typeof togetherLevels)[number] {
  return (togetherLevels as readonly string[]).includes(level);
}
