import type { FactContent } from "./FactContent.ts";

/** One fact of a message, read and ready to be judged. */
export interface News {
  readonly messageId: string;
  readonly part: number;
  readonly parts: number;
  readonly ticket: string;
  readonly kind: string;
  /** The sender's own reference of the fact, the same over all its versions. */
  readonly reference: string;
  /** When the sender changed it. */
  readonly changedAt: string;
  /** Version that the sender corrects; null where it does not say. */
  readonly corrects: number | null;
  readonly content: FactContent;
  /** SHA-256 of all that is said of the fact. */
  readonly hash: string;
}
