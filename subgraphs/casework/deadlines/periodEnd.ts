import { addDays } from "../../shell/calendar/addDays.ts";
import { addMonths } from "../../shell/calendar/addMonths.ts";
import { holidaysOf } from "../../shell/calendar/holidaysOf.ts";

/** Unit of a period. */
export type PeriodUnit = "DAY" | "WEEK" | "MONTH";

/** A period (Frist) that an event sets going. */
export interface Period {
  /** Day of the event, `YYYY-MM-DD`: it does not count (§ 187 (1) BGB). */
  readonly eventDay: string;
  readonly length: number;
  readonly unit: PeriodUnit;
}

/**
 * Last day of a period (§ 31 (1), (3) VwVfG, §§ 187 to 193 BGB): days and weeks are counted, a month ends on the day of its number, or
 * on the month's last day where there is none (§ 188 (2), (3) BGB). Where that is a Saturday, Sunday or a public holiday in North
 * Rhine-Westphalia, it ends with the next working day.
 */
export function periodEnd({ eventDay, length, unit }: Period): string {
  return nextWorkingDay(
    unit === "MONTH" ? addMonths(eventDay, length) : addDays(eventDay, unit === "WEEK" ? 7 * length : length),
  );
}

function nextWorkingDay(day: string): string {
  const weekday = new Date(day).getUTCDay();
  const isFree = weekday === 0 || weekday === 6 || holidaysOf(Number(day.slice(0, 4))).has(day);
  return isFree ? nextWorkingDay(addDays(day, 1)) : day;
}
