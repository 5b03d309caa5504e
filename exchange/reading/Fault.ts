import type { faultReasons } from "./faultReasons.ts";

/** Why a row or message is not taken. It names no value: only where it stands, and of what class it is. */
export interface Fault {
  /** Column or path of the element; null where it is the whole row. */
  readonly column: string | null;
  /** For example `empty`, `whole number` or `text`; null where no single value is at fault. */
  readonly valueClass: string | null;
  readonly reason: keyof typeof faultReasons;
}
