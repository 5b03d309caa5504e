/**
 * What a change does to operations that were valid: `BREAKING` ends some, `CAREFUL` leaves them valid and can surprise a client (a value that
 * an enum did not have, another default), `ADDED` is there beside what was.
 */
export const changeKinds = ["BREAKING", "CAREFUL", "ADDED"] as const;

/** A change of contracts, as it is told to those who build on them. */
export interface LoggedChange {
  readonly kind: (typeof changeKinds)[number];
  /** In words, for example `Person.sex was removed.` */
  readonly change: string;
  /** Contracts that it concerns, by the name that they have in that version, sorted. */
  readonly contracts: readonly string[];
  /** Why, where the change breaks a contract and somebody answers for it. */
  readonly reason?: string | undefined;
}

/** What changed with a release. */
export interface LoggedVersion {
  /** Day of the release, `YYYY-MM-DD`; null: what the next release will bring. */
  readonly released: string | null;
  readonly changes: readonly LoggedChange[];
}
