/** What a question is answered with. */
export interface Answer {
  /** For people: lines that are the same for the same policy, date and log. */
  readonly text: string;
  /** The same for machines; its shape is told in docs/policy.md. */
  readonly json: unknown;
}
