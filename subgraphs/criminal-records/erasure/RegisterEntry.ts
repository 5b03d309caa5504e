/** Penalty that counts for the term; `NONE`: only a measure, an ancillary penalty or an ancillary consequence. */
export type Penalty = "FINE" | "IMPRISONMENT" | "MILITARY_DETENTION" | "YOUTH_SENTENCE" | "NONE";

/** Measure beside or instead of a penalty. */
export type Measure =
  | "PREVENTIVE_DETENTION"
  | "PSYCHIATRIC_HOSPITAL"
  | "ADDICTION_CLINIC"
  | "LICENCE_BAN_FOR_EVER"
  | "OCCUPATION_BAN_FOR_EVER"
  | "OTHER";

/** A conviction as far as its erasure depends on it. Days are `YYYY-MM-DD`; null: has not come about. */
export interface RegisterEntry {
  /** Day of the first judgment, which stays where an overall sentence was formed later (§ 36 BZRG). */
  readonly firstJudgmentOn: string;
  readonly finalOn: string | null;
  readonly penalty: Penalty;
  readonly lifeSentence: boolean;
  /** Full months of imprisonment, military detention or youth sentence; 0 for others. */
  readonly sentenceMonths: number;
  /** Days beyond the full months, a week as seven. */
  readonly sentenceDays: number;
  /** Null for all but fines. */
  readonly dayFines: number | null;
  readonly suspended: boolean;
  readonly remainderSuspended: boolean;
  readonly suspensionRevokedOn: string | null;
  readonly remainderRemittedOn: string | null;
  readonly stigmaRemovedOn: string | null;
  readonly measures: readonly Measure[];
  readonly enforcementSettledOn: string | null;
  /** Penal provisions, for example `§ 249 StGB`. */
  readonly provisions: readonly string[];
}
