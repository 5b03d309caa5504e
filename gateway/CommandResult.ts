/** What a command prints, and how it ends. */
export interface CommandResult {
  /** For standard output: what was asked for, alone. */
  readonly output: string;
  /** For standard error: what to know or to do, or nothing. */
  readonly complaint: string;
  /** 0 done, 1 cannot be done, 2 called wrongly. */
  readonly exitCode: 0 | 1 | 2;
}
