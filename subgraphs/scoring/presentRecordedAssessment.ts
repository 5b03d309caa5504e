import { presentProvenance } from "../shell/presentFact.ts";
import { presentAssessment } from "./presentAssessment.ts";
import type { recordedAssessment } from "./tables.ts";

/**
 * A recorded assessment as the contract's `RecordedAssessment` has it.
 *
 * @param date date of the question, on which it may have expired
 */
export function presentRecordedAssessment(row: typeof recordedAssessment.$inferSelect, date: string) {
  const { factId, eventDate, recordedAt, recordedBy, expiresOn, assessment } = row;
  return {
    id: factId,
    recordedOn: eventDate,
    recordedAt,
    recordedBy,
    stale: expiresOn < date,
    assessment: () => presentAssessment(assessment, null),
    provenance: presentProvenance(row),
  };
}
