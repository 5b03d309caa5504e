/** A reduced fact as its owner gave it. A key or value that scoring does not know is as unknown as an absent fact. */
export interface ReducedFact {
  readonly key: string;
  readonly value: string;
  /** Event date of the oldest fact behind it; null where its owner names none. */
  readonly asOf: string | null;
  /** Facts behind it, each as `factId@version`. */
  readonly references: readonly string[];
}
