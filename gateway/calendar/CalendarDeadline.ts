/** A deadline (Frist) that stands in a calendar. */
export interface CalendarDeadline {
  /** Opaque id; the same in every download, so that a calendar replaces what it has. */
  readonly id: string;
  readonly caseRef: string;
  /** What is due, of the closed list of kinds. */
  readonly subject: string;
  readonly norm: string;
  /** Last day of the period. */
  readonly dueOn: string;
}
