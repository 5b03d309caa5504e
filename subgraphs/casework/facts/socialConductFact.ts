import { presentReferences } from "../../shell/presentFact.ts";
import { conductCategories } from "../codes.ts";
import type { ConductReportRow } from "../loadConductReports.ts";
import type { CaseworkFact } from "./CaseworkFact.ts";
import { unreadable } from "./unreadable.ts";

const eventsMin = 2;
const officesMin = 2;

/**
 * Number of confirmed events of conduct if there are at least two and at least two offices reported them, else 0
 * (decree; § 54 (2) No. 10 AufenthG). What no reviewer confirmed, and what is restricted, does not count.
 *
 * @param date date of the question, for a person without a confirmed event
 */
export function socialConductFact(reports: readonly ConductReportRow[], date: string): CaseworkFact {
  const confirmed = reports.filter(({ reviewed, restricted }) => reviewed && !restricted);
  const offices = new Set(confirmed.map(({ sourceOffice }) => sourceOffice));
  const counts = confirmed.length >= eventsMin && offices.size >= officesMin;
  const isReadable = confirmed.every(({ category }) => conductCategories.includes(category));
  return {
    key: "SOCIAL_CONDUCT",
    value: isReadable ? String(counts ? confirmed.length : 0) : unreadable,
    asOf:
      confirmed
        .map(({ eventDate }) => eventDate)
        .sort()
        .at(-1) ?? date,
    ...presentReferences(confirmed),
  };
}
