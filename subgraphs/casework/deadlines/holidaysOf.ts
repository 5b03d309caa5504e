import { addDays } from "../../shell/calendar/addDays.ts";
import { easterSunday } from "./easterSunday.ts";

/** Public holidays of North Rhine-Westphalia in a year (§ 2 (1) FeiertG NW), each `YYYY-MM-DD`. */
export function holidaysOf(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  return new Set([
    `${year}-01-01`, // Neujahr
    addDays(easter, -2), // Karfreitag
    addDays(easter, 1), // Ostermontag
    `${year}-05-01`, // 1. Mai
    addDays(easter, 39), // Christi Himmelfahrt
    addDays(easter, 50), // Pfingstmontag
    addDays(easter, 60), // Fronleichnam
    `${year}-10-03`, // Tag der Deutschen Einheit
    `${year}-11-01`, // Allerheiligen
    `${year}-12-25`, // 1. Weihnachtstag
    `${year}-12-26`, // 2. Weihnachtstag
  ]);
}
