/** What a command on the log prints, and whether everything holds. */
export interface Findings {
  readonly output: string;
  readonly holds: boolean;
}
