/** What a version of a fact says, as the ledger keeps it. */
export interface FactContent {
  readonly fileRef: string;
  readonly eventDate: string;
  readonly label: string | null;
  readonly legalBasis: string;
  readonly deleteBy: string | null;
  /** The values of its kind, by the names of the contract's input. */
  // biome-ignore lint/suspicious/noExplicitAny: each kind reads its own
  readonly values: Readonly<Record<string, any>>;
}
