import type { conviction, offence } from "../tables.ts";

/** Offence in a conviction, as stored. */
export type Offence = typeof offence.$inferSelect;

/** Conviction as stored, with its offences, in the shape that erasure judges. It may be unusable: only a loader holds one. */
export interface RegisteredConviction extends Readonly<typeof conviction.$inferSelect> {
  /** Length of a custodial sentence; 0 for others. */
  readonly sentenceMonths: number;
  readonly sentenceDays: number;
  /** Penal provisions of the offences. */
  readonly provisions: readonly string[];
  readonly offences: readonly Offence[];
}

/** Conviction that may be used on the date of the question. */
export interface Conviction extends RegisteredConviction {
  /** First day on which it may not be used; null: never, or not known while enforcement is open. */
  readonly erasableFrom: string | null;
}
