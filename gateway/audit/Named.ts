/** What entries name by tokens of the key table. */
export interface Named {
  /** References of data subjects. */
  readonly persons: readonly string[];
  /** References of cases. */
  readonly cases: readonly string[];
  /** Reasons, in words. */
  readonly reasons: readonly string[];
}
