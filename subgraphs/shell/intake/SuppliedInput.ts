/** One fact of a message as the contract's input has it, with the values of its kind beside. */
export interface SuppliedInput {
  readonly messageId: string;
  readonly part?: number | null;
  readonly parts?: number | null;
  readonly ticket: string;
  readonly reference: string;
  readonly changedAt: string;
  readonly corrects?: number | null;
  readonly fileRef: string;
  readonly eventDate: string;
  readonly label?: string | null;
  readonly legalBasis: string;
  readonly deleteBy?: string | null;
  /** Name of the kind's own input field → its values; exactly one is given. */
  readonly [field: string]: unknown;
}
