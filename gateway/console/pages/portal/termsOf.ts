/** What a description says in brackets: the German legal term and the norms. */
export interface Terms {
  /** Null where it gives none. */
  readonly german: string | null;
  readonly norms: readonly string[];
}

/** Brackets, and brackets in them, as in `(Mitwirkung, § 48 (3) AufenthG)`. */
const bracketed = /\(((?:[^()]|\([^()]*\))*)\)/g;
/** At commas outside of brackets. */
const commas = /,\s*(?![^(]*\))/;
const norm = /^(?:§|Art\.)/;
/** Words of an English remark in brackets. */
const english = /\b(?:as|at|cursor|German|most|of|or|serious|such|the|with)\b/;

/** Descriptions name the German term first, then its norms: `Obligation to leave (Ausreisepflicht, § 50 AufenthG)`. */
export function termsOf(description: string | null): Terms {
  const pieces = [...(description ?? "").matchAll(bracketed)].flatMap(([, inside = ""]) => inside.split(commas));
  const words = pieces.filter((piece) => /^\p{L}[^\d`:]*$/u.test(piece) && !norm.test(piece) && !english.test(piece));
  return { german: words[0] ?? null, norms: pieces.filter((piece) => norm.test(piece)) };
}
