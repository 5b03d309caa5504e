/** Proof that an access is durably on record. Given out only after its lines are on the disk. */
export interface Receipt {
  /** Id of the operation. */
  readonly operation: string;
  /** Segment, as `<instance>/<shard>/<file>`. */
  readonly segment: string;
  /** Number of the operation's line in the segment. */
  readonly line: number;
  /** SHA-256 of that line, hexadecimal. */
  readonly hash: string;
  /** Index of the operation's entry in the shard's tree. */
  readonly leaf: number;
}
