import type { Origin } from "../origins.ts";
import type { Dice } from "./Dice.ts";

/** Shares of persons whose papers have 1 January because nobody knew the day. Invented: published figures name countries, not shares. */
const unknownDays: Readonly<Partial<Record<Origin, number>>> = {
  ARABIC: 0.1,
  PERSIAN: 0.25,
  WEST_AFRICAN: 0.1,
  TURKISH: 0.04,
};

/** A day of birth as the papers have it. */
export function dayInPapers(day: string, origin: Origin, dice: Dice): string {
  return dice.happens(unknownDays[origin] ?? 0) ? `${day.slice(0, 4)}-01-01` : day;
}
