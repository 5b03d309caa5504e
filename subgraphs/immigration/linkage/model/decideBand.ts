import type { Comparison } from "../compare/levels.ts";
import type { Weights } from "./Weights.ts";

/** Somebody on file who was compared with a description. */
export interface Candidate {
  readonly personRef: string;
  readonly comparison: Comparison;
  /** Posterior odds in bits. */
  readonly bits: number;
}

/** What becomes of a description: linked, put before a person with those it could be, or new. */
export type Band =
  | { readonly band: "LINK"; readonly personRef: string }
  /** Candidates that a person has to look at, likeliest first; at least one. */
  | { readonly band: "ASK"; readonly candidates: readonly Candidate[] }
  | { readonly band: "NEW" };

/**
 * The three bands of Fellegi and Sunter. A machine links only where names and date of birth agree, each by itself, and nobody else comes
 * near: a total alone would let one strong field outweigh another that contradicts, as with twins. It asks for more where the day of birth is not
 * known, or 1 January, as which unknown days are written: namesakes share that.
 *
 * @param dateOfBirth of the description, as far as it is known
 */
export function decideBand(candidates: readonly Candidate[], { bands }: Weights, dateOfBirth: string | null): Band {
  const likely = candidates
    .filter(({ bits }) => bits >= bands.askBitsMin)
    .toSorted((one, other) => other.bits - one.bits);
  const [best] = likely;
  if (best === undefined) return { band: "NEW" };
  const next = likely[1]?.bits ?? Number.NEGATIVE_INFINITY;
  const isAlone = best.bits - next >= bands.aheadBitsMin;
  const isDayKnown = best.comparison.birth === "EXACT" && dateOfBirth !== null && !dateOfBirth.endsWith("-01-01");
  const linkBitsMin = isDayKnown ? bands.linkBitsMin : bands.linkUnknownDayBitsMin;
  if (best.bits >= linkBitsMin && isAlone && agreesThroughout(best.comparison)) {
    return { band: "LINK", personRef: best.personRef };
  }
  return { band: "ASK", candidates: likely };
}

const agreeing: { readonly [F in "family" | "given" | "birth" | "order"]: readonly Comparison[F][] } = {
  family: ["EXACT", "VARIANT", "PART", "LATER_PART"],
  // Not PART: brothers can both be called Mohammed first, and be told apart by the name that is missing.
  given: ["EXACT", "VARIANT"],
  birth: ["EXACT", "PARTIAL"],
  order: ["STRAIGHT"],
};

function agreesThroughout({ family, given, birth, order }: Comparison): boolean {
  return (
    agreeing.family.includes(family) &&
    agreeing.given.includes(given) &&
    agreeing.birth.includes(birth) &&
    agreeing.order.includes(order)
  );
}
