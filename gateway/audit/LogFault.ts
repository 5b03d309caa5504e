/** What is wrong with a log, by closed codes. */
export interface LogFault {
  /** File, as `<instance>/<shard>/<file>`. */
  readonly file: string;
  /** Number of the line, from 0; null where no line is to blame. */
  readonly line: number | null;
  readonly code: LogFaultCode;
}

export const logFaultCodes = {
  LINE_BROKEN: "A line was altered, or one before it is missing.",
  OPERATION_INCOMPLETE: "The data subjects of an operation are not all there.",
  PREDECESSOR_DIFFERS: "The segments before are not what this one says it found, or lack lines that had a receipt.",
  TAIL_TORN: "An interrupted write ends the journal, and no later segment names it.",
  DECISION_MISSING: "An operation refers to a decision that does not stand before it, or does not fit it.",
  KEY_BROKEN: "A row of the key table does not prove itself.",
  KEY_MISSING: "A token has no row in the key table, and no erasure is on record.",
  CHECKPOINT_INVALID: "There is no checkpoint, or the log's key did not sign it.",
  ROOT_DIFFERS: "The checkpoint is not that of the entries in the journal.",
  TILE_DIFFERS: "A tile or bundle is not that of the entries in the journal.",
  TILE_MISSING: "A tile or bundle of the checkpoint is not there.",
  POLICY_DIFFERS: "A policy that came into force was altered.",
  END_INVALID:
    "The statement that remains of a shard was not signed by the log's key, is of another shard, or of a day before it could end or that has not come.",
  FILE_UNKNOWN: "A file does not belong there.",
} as const;

export type LogFaultCode = keyof typeof logFaultCodes;
