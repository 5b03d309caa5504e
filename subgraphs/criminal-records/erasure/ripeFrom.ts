import type { RegisterPosition } from "./erasureTable.ts";
import { latestDay } from "./latestDay.ts";
import { termOver } from "./termOver.ts";

/**
 * First day on which the term of an entry, taken by itself, has run (§§ 46, 47 (1) and (2) BZRG).
 *
 * @returns null where it never does, or where the term is over but enforcement is still open on the date of the question,
 *   so that the day is not known yet
 */
export function ripeFrom(position: RegisterPosition): string | null {
  const { entry, date } = position;
  const over = termOver(position);
  if (over === null) return null;
  const settledOn = entry.enforcementSettledOn;
  if (settledOn === null || settledOn > date) return over > date ? over : null;
  return latestDay([over, settledOn]);
}
