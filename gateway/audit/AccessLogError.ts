/** Closed set of reasons for which an access is not on record. */
export const accessLogErrorCodes = {
  QUEUE_FULL: "More accesses wait to be put on record than the log holds in memory.",
  CLOCK_BACKWARDS: "The clock stands before the latest entry of the log. Set it right; the log does not date back.",
  ENTRY_INVALID: "The access cannot be said in the format of the log.",
  WRITE_FAILED: "The log could not be written durably.",
  PAUSED: "The log could not be written a moment ago. The next attempt is due shortly.",
  IN_USE: "Another process writes this instance of the log.",
  INSTANCE_UNCLEAR: "The folder of the log does not say which instance it is.",
  TREE_BROKEN:
    "The journal does not lead to the checkpoint that was signed over it. Nothing more is signed; have it looked at.",
  CLOSED: "The log is closed.",
} as const;

export type AccessLogErrorCode = keyof typeof accessLogErrorCodes;

/** The log refuses. The message names no person; `cause` is for the operator. */
export class AccessLogError extends Error {
  readonly code: AccessLogErrorCode;

  constructor(code: AccessLogErrorCode, cause: unknown = null, detail: string | null = null) {
    super(detail ?? accessLogErrorCodes[code], { cause });
    this.name = "AccessLogError";
    this.code = code;
  }
}
