import { and, inArray, ne, sql } from "drizzle-orm";
import { schedule } from "../../../../schema/accessLogNames.ts";
import { type OfficeKind, offices } from "../../../../schema/offices.ts";
import { holidaysOf } from "../../../shell/calendar/holidaysOf.ts";
import { operation } from "../../tables.ts";
import type { Detector } from "../Detector.ts";

/** Office hours with a wide margin, local time: from the first hour to before the last. */
const hours = { first: 6, last: 20 } as const;

const kindsWithOfficeHours: readonly OfficeKind[] = ["RRK", "ZAB", "ABH", "BAMF", "MINISTRY", "EVALUATION", "LZPD"];
const officesWithHours = [...offices.values()]
  .filter(({ kind }) => kindsWithOfficeHours.includes(kind))
  .map(({ id }) => id);

export const offHours: Detector = {
  id: "D-OFF-HOURS",
  sentence: `Somebody of an office with office hours asks before ${hours.first} or from ${hours.last} o'clock, at a weekend or on a public holiday of North Rhine-Westphalia.`,
  norms: ["§ 76 (3) BDSG (model)", "§ 22 AZRG", "§ 2 Feiertagsgesetz NW"],
  basis:
    "The log: the instant of the request, in German local time, and the office. Police, LKA, public prosecutors and prisons work by shifts or on call and are not judged, nor is what time erases. Duty rosters, leave and overtime are not known here; refusals are judged, too.",
  judges: () => and(inArray(operation.office, officesWithHours), ne(operation.role, schedule)),
  finds: ({ from, to }) => {
    const local = sql`(${operation.at} AT TIME ZONE 'Europe/Berlin')`;
    return sql`(extract(isodow FROM ${local}) >= 6 OR extract(hour FROM ${local}) < ${hours.first} OR extract(hour FROM ${local}) >= ${hours.last}
      OR ${local}::date::text = ANY (${sql.param(holidaysBetween(from, to))}::text[]))`;
  },
};

/** A year on either side, because local time is not UTC. */
function holidaysBetween(from: string, to: string): readonly string[] {
  const first = new Date(from).getUTCFullYear() - 1;
  const last = new Date(to).getUTCFullYear() + 1;
  return Array.from({ length: last - first + 1 }, (_, each) => [...holidaysOf(first + each)]).flat();
}
