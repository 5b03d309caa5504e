/** Where an assessment of a case comes from. */
interface Origin {
  readonly factId: string;
  readonly caseRef: string;
  readonly personRef: string;
  /** Office that keeps it for the file. */
  readonly office: string;
  /** Date of the question it was made for. */
  readonly on: string;
  /** Instant of keeping, RFC 3339, UTC. */
  readonly at: string;
}

/**
 * The provenance of what is kept of an assessment, by the engine or by a person, with its case and data subject. When it is to be
 * deleted depends on the end of the case.
 */
export function assessmentFact({ factId, caseRef, personRef, office, on, at }: Origin) {
  return {
    factId,
    caseRef,
    personRef,
    version: 1,
    sourceOffice: office,
    sourceFileRef: caseRef,
    eventDate: on,
    recordedAt: at,
    lastChangedAt: at,
    deleteBy: null,
    label: null,
    kind: "ASSESSMENT" as const,
    evidenceHolder: office,
    subjectCategory: "OTHER" as const,
    restricted: false,
    legalBasis: "Art. 6 (1) (e) GDPR, § 86 AufenthG",
  };
}
