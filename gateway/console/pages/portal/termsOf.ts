/** What a description says of the law behind it: the German legal term and the norms. */
export interface Terms {
  /** Null where it gives none. */
  readonly german: string | null;
  readonly norms: readonly string[];
}

/** Brackets, and brackets in them, as in `(Mitwirkung, § 48 (3) AufenthG)`. */
const bracketed = /\(((?:[^()]|\([^()]*\))*)\)/g;
/** At commas outside of brackets. */
const commas = /,\s*(?![^(]*\))/;
/** Words of an English remark in brackets. */
const english = /\b(?:as|at|cursor|German|most|of|or|serious|such|the|with)\b/;
const laws =
  "AufenthG|AsylG|AZRG|AZRG-DV|FreizügG/EU|StGB|StPO|JGG|BZRG|WStG|EGGVG|BGB|VwVfG|VwGO|AufenthV|BKAG|GG|GDPR|BDSG|(?:DSG|PolG|LOG) NRW|PassG";
const norm = new RegExp(`(?:§§?|Art\\.) [^;:§]*?(?:${laws})(?![\\w-])(?: as model)?`, "g");

/** Descriptions name the German term first, then its norms: `Obligation to leave (Ausreisepflicht, § 50 AufenthG)`. */
export function termsOf(description: string | null): Terms {
  const text = (description ?? "").replaceAll(/\s+/g, " ");
  const pieces = [...text.matchAll(bracketed)].flatMap(([, inside = ""]) => inside.split(commas));
  const words = pieces.filter((piece) => /^\p{L}[^\d§`:]*$/u.test(piece) && !english.test(piece));
  return { german: words[0] ?? null, norms: [...new Set(text.match(norm) ?? [])] };
}
