import type { AskerName } from "./askers.ts";

/**
 * One row of a rule's table: rule, effect, who asks, for which purpose, what (`SEE CATEGORY`, `WRITE …`, `COMBINE …`),
 * what holds of the record, the date of the question (15 June 2026 where none is given), and the row as a sentence.
 */
export type RuleRow = readonly [
  rule: string,
  effect: "ALLOW" | "DENY",
  asker: AskerName,
  purpose: string,
  what: `${"SEE" | "WRITE" | "COMBINE"} ${string}`,
  holding: readonly string[],
  sentence: string,
  date?: string,
];
