import { presentProvenance } from "../shell/presentFact.ts";
import type { RecordedRow } from "./loadRecorded.ts";
import { presentAssessment } from "./presentAssessment.ts";

/**
 * A recorded assessment as the contract's `RecordedAssessment` has it.
 *
 * @param date date of the question, on which it may have expired
 */
export function presentRecordedAssessment(row: RecordedRow, date: string) {
  const { factId, eventDate, recordedAt, recordedBy, expiresOn, assessment, inputs } = row;
  return {
    id: factId,
    recordedOn: eventDate,
    recordedAt,
    recordedBy,
    stale: expiresOn < date,
    assessment: () => presentAssessment(assessment, inputs, null),
    provenance: presentProvenance(row),
  };
}
