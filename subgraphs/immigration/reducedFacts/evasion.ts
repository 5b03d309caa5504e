import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

/** § 62 (3a) AufenthG has so many numbers. */
const lastNumber = 7;

/** Numbers of § 62 (3a) AufenthG that stand for evasion by conduct. */
const evasionNumbers: readonly number[] = [2, 3, 5];

/** Documented evasion (§ 62 (3a) No. 2, 3, 5 AufenthG). */
export const evasion: Reduction = ({ evasionFacts }) => {
  const strange = evasionFacts.filter(({ number }) => !(number >= 1 && number <= lastNumber));
  if (strange.length > 0) return [{ value: unreadable, restsOn: strange }];
  const documented = evasionFacts.filter(({ number }) => evasionNumbers.includes(number));
  return [{ value: documented.length > 0 ? "DOCUMENTED" : "NONE", restsOn: documented }];
};
