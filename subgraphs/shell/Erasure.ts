/** What is destroyed because its time is over, without anybody's asking. */
export interface Erasure {
  /** What goes, in words that name nobody. */
  readonly what: string;
  /** Norm by which it goes. */
  readonly norm: string;
  /** Id of the office that is responsible for it. */
  readonly office: string;
  /** References of the cases that go with it; none where none does. */
  readonly caseRefs: readonly string[];
}

/**
 * Puts erasures on record before they are made, inside the transaction that makes them: what it throws undoes them.
 *
 * @returns to be called once the transaction is durable
 */
export type RecordErasures = (erasures: readonly Erasure[]) => Promise<() => Promise<void>>;
