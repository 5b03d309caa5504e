import { type SQL, sql } from "drizzle-orm";
import { recordedAssessment } from "./tables.ts";

/** The latest assessment kept for a case up to a date, as a table expression of one row `(recorded_on, expires_on, band)` or none. */
export function latestRecorded(caseRef: SQL, date: string): SQL {
  return sql`(SELECT kept.event_date AS recorded_on, kept.expires_on, kept.band FROM ${recordedAssessment} AS kept
    WHERE kept.case_ref = ${caseRef} AND kept.event_date <= ${date}
    ORDER BY kept.event_date DESC, kept.recorded_at DESC, kept.fact_id DESC LIMIT 1)`;
}
