import type { Readings } from "./readingsOf.ts";

/** A part of a name that stands by itself, as comparing needs it. */
export interface PreparedPart {
  /** Letters a to z; never empty. */
  readonly folded: string;
  readonly readings: Readings;
}

/** A name as comparing needs it. */
export interface PreparedName extends PreparedPart {
  /** Its parts, as they are parted by spaces and hyphens; articles left out where something else is left. */
  readonly parts: readonly PreparedPart[];
  /** Kölner Phonetik of the whole. */
  readonly cologne: string;
}
