import { type SQL, sql } from "drizzle-orm";
import { isStale } from "./isStale.ts";
import { recordedAssessment } from "./tables.ts";

/** The latest assessment kept for a case up to a date, as a table expression of one row `(recorded_on, band, stale, reference, catalogue_version)` or none. */
export function latestRecorded(caseRef: SQL, date: string): SQL {
  return sql`(SELECT kept.event_date AS recorded_on, kept.band, ${isStale(date)} AS stale,
      kept.fact_id || '@' || kept.version || '~' || kept.tag AS reference, kept.catalogue_version FROM ${recordedAssessment} AS kept
    WHERE kept.case_ref = ${caseRef} AND kept.event_date <= ${date}
    ORDER BY kept.event_date DESC, kept.recorded_at DESC, kept.fact_id DESC LIMIT 1)`;
}
