import { catalogueReference } from "../../schema/factReferences.ts";
import { factReference, presentProvenance } from "../shell/presentFact.ts";
import type { JudgedRow } from "./loadRecorded.ts";
import { presentAssessment } from "./presentAssessment.ts";
import type { IsWithheld } from "./withholding/IsWithheld.ts";

/** A recorded assessment as the contract's `RecordedAssessment` has it. */
export function presentRecordedAssessment(row: JudgedRow, isWithheld: IsWithheld) {
  const { factId, eventDate, recordedAt, recordedBy, stale, assessment, inputs } = row;
  const factReferences = [factReference(row)];
  return {
    id: factId,
    recordedOn: eventDate,
    recordedAt,
    recordedBy,
    stale,
    assessment: () => presentAssessment(assessment, inputs, factReferences, null, isWithheld),
    factReferences: [...factReferences, catalogueReference(assessment.catalogueVersion)],
    provenance: presentProvenance(row),
  };
}
