import type { Dice } from "./Dice.ts";

/** A date with one digit wrong, or two that changed places; as drawn where no such date is in the calendar after some attempts. */
export function slipInDate(date: string, dice: Dice): string {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const digits = [...date.replaceAll("-", "")];
    const at = 2 + dice.below(6);
    if (dice.happens(0.3) && at < 7) digits.splice(at, 2, digits[at + 1] ?? "", digits[at] ?? "");
    else digits[at] = String(dice.below(10));
    const text = digits.join("");
    const slipped = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    if (slipped !== date && isInCalendar(slipped)) return slipped;
  }
  return date;
}

function isInCalendar(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) && date <= "2026-06-15";
}
