import { type ErasureRow, erasureTable, type RegisterPosition } from "./erasureTable.ts";

/** Term of one entry. */
export interface ErasureTerm {
  readonly clause: string;
  /** Months from the first judgment, the extension included; null: never erased. */
  readonly months: number | null;
}

const inOrder: readonly ErasureRow[] = erasureTable.toSorted((left, right) => left.order - right.order);

/** Term of an entry by §§ 45 (3) and 46 BZRG, given what stands in the register beside it. */
export function erasureTerm(position: RegisterPosition): ErasureTerm {
  const row = inOrder.find(({ fits }) => fits(position));
  if (row === undefined) throw new Error("The last row of the erasure table fits every entry.");
  if (row.years === null) return { clause: row.clause, months: null };
  return { clause: row.clause, months: row.years * 12 + extensionMonths(row, position) };
}

function extensionMonths({ extension }: ErasureRow, { entry }: RegisterPosition): number {
  switch (extension) {
    case "NONE":
      return 0;
    case "SENTENCE":
      return entry.sentenceMonths;
    case "YOUTH_SENTENCE_OVER_ONE_YEAR":
      return entry.penalty === "YOUTH_SENTENCE" && entry.sentenceMonths > 12 ? entry.sentenceMonths : 0;
  }
}
