import { type SQL, sql } from "drizzle-orm";
import { recordedAssessment } from "./tables.ts";

/** The latest assessment kept for a case up to a date, as a table expression of one row `(recorded_on, expires_on, band)` or none. */
export function latestRecorded(caseRef: SQL, date: string): SQL {
  return sql`(SELECT kept.recorded_on, kept.expires_on, kept.band FROM ${recordedAssessment} AS kept
    WHERE kept.case_ref = ${caseRef} AND kept.recorded_on <= ${date}
    ORDER BY kept.recorded_on DESC, kept.recorded_at DESC, kept.id DESC LIMIT 1)`;
}
