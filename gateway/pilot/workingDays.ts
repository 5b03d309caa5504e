import { addDays } from "../../subgraphs/shell/calendar/addDays.ts";
import { holidaysOf } from "../../subgraphs/shell/calendar/holidaysOf.ts";

/** The days from one to another, both included, on which offices in North Rhine-Westphalia work. */
export function workingDays(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days;
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).has(day);
}
