import { addDays } from "./addDays.ts";
import { easterSunday } from "./easterSunday.ts";

/**
 * Public holidays of North Rhine-Westphalia in a year, each `YYYY-MM-DD`, in the order of § 2 (1) of the Gesetz über die Sonn- und Feiertage
 * (Feiertagsgesetz NW) of 23 April 1989 (GV. NW. p. 222), last changed there on 20 December 1994 (GV. NW. p. 1114). Without the
 * one holiday of its own of 31 October 2017.
 */
export function holidaysOf(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  return new Set([
    `${year}-01-01`, // Neujahrstag
    addDays(easter, -2), // Karfreitag
    addDays(easter, 1), // Ostermontag
    `${year}-05-01`, // 1. Mai
    addDays(easter, 39), // Christi-Himmelfahrts-Tag
    addDays(easter, 50), // Pfingstmontag
    addDays(easter, 60), // Fronleichnamstag
    `${year}-10-03`, // 3. Oktober, Tag der Deutschen Einheit
    `${year}-11-01`, // Allerheiligentag
    `${year}-12-25`, // 1. Weihnachtstag
    `${year}-12-26`, // 2. Weihnachtstag
  ]);
}
