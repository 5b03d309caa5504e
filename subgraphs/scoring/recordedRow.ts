import { assessmentFact } from "./assessmentFact.ts";
import type { Assessment } from "./engine/Assessment.ts";
import type { ReducedFact } from "./engine/ReducedFact.ts";
import { pseudonym } from "./pseudonym.ts";
import { restsOn } from "./restsOn.ts";
import type { recordedAssessment } from "./tables.ts";

/** An assessment to be kept. */
export interface Recording {
  readonly id: string;
  readonly caseRef: string;
  readonly personRef: string;
  /** Office that keeps it. */
  readonly office: string;
  readonly assessment: Assessment;
  readonly inputs: readonly ReducedFact[];
  /** Staff id. */
  readonly recordedBy: string;
  /** RFC 3339, UTC. */
  readonly recordedAt: string;
}

/** The row of an assessment that is kept for the file. */
export function recordedRow(recording: Recording, evaluationKey: string): typeof recordedAssessment.$inferInsert {
  const { assessment, inputs, caseRef, personRef, id, office, recordedBy, recordedAt } = recording;
  return {
    ...assessmentFact({ factId: id, caseRef, personRef, office, on: assessment.at, at: recordedAt }),
    recordedBy,
    assessment,
    inputs,
    restsOn: restsOn(inputs),
    expiresOn: assessment.expiresOn,
    band: assessment.band,
    catalogueVersion: assessment.catalogueVersion,
    pseudonym: pseudonym(evaluationKey, `person:${personRef}`),
    evaluationRef: pseudonym(evaluationKey, `record:${id}`),
  };
}
