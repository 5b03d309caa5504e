import { type ErasureRow, erasureTable, type RegisterPosition } from "./erasureTable.ts";
import { isLonger } from "./isLonger.ts";

/** Term of one entry. */
export interface ErasureTerm {
  readonly clause: string;
  /** From the first judgment, the extension included; null: never erased. */
  readonly length: { readonly months: number; readonly days: number } | null;
}

const inOrder: readonly ErasureRow[] = erasureTable.toSorted((left, right) => left.order - right.order);

/** Term of an entry by §§ 45 (3) and 46 BZRG, given what stands in the register beside it. */
export function erasureTerm(position: RegisterPosition): ErasureTerm {
  const row = inOrder.find(({ fits }) => fits(position));
  if (row === undefined) throw new Error("The last row of the erasure table fits every entry.");
  if (row.years === null) return { clause: row.clause, length: null };
  const { sentenceMonths, sentenceDays } = position.entry;
  const added = isExtended(row, position) ? { months: sentenceMonths, days: sentenceDays } : { months: 0, days: 0 };
  return { clause: row.clause, length: { months: row.years * 12 + added.months, days: added.days } };
}

function isExtended({ extension }: ErasureRow, { entry }: RegisterPosition): boolean {
  if (extension !== "YOUTH_SENTENCE_OVER_ONE_YEAR") return extension === "SENTENCE";
  return entry.penalty === "YOUTH_SENTENCE" && isLonger(entry, 12);
}
