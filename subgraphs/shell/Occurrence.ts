/**
 * Something in a table of facts that is news to other offices. The expressions are SQL over the columns of one row, each given the name
 * under which the row is known; the trigger that tells it with the fact and the job that tells it with the date are made from them.
 */
export interface Occurrence {
  /** `NoticeKind` of the contract. */
  readonly kind: string;
  /** Table within the subgraph's schema. */
  readonly table: string;
  /** Whether the row is such that there is something to tell. */
  readonly holds: (row: string) => string;
  /** First day on which it is to be told; null: it is told with the change itself and by no date. */
  readonly from: ((row: string) => string) | null;
  /** Whether it is told with the fact too: when a row is stored that holds, or (`CHANGE`) when `holds` compares OLD and NEW. */
  readonly with: "NOTHING" | "FACT" | "CHANGE";
  /** Column that tells one such event of a fact from the next. */
  readonly key: string;
  /** Columns that name the offices whose own record the row is. */
  readonly owners: readonly string[];
}
