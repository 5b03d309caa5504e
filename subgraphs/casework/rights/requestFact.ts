import { opaqueId } from "../../shell/opaqueId.ts";

/** Where a fact of a request comes from. */
interface Origin<At> {
  readonly personRef: string;
  /** Office whose desk acted. */
  readonly office: string;
  /** File that it belongs to. */
  readonly fileRef: string;
  /** Day on which it happened. */
  readonly on: string;
  /** Instant of recording. */
  readonly at: At;
}

/** The provenance of a request of the person concerned or of a step of it, with its data subject. Kept until some time after the request has ended. */
export function requestFact<At>(prefix: "RQ" | "RE", { personRef, office, fileRef, on, at }: Origin<At>) {
  return {
    factId: opaqueId(prefix),
    personRef,
    version: 1,
    sourceOffice: office,
    sourceFileRef: fileRef,
    eventDate: on,
    recordedAt: at,
    lastChangedAt: at,
    deleteBy: null,
    label: null,
    kind: "FACT" as const,
    evidenceHolder: null,
    subjectCategory: "OTHER" as const,
    restricted: false,
    legalBasis: "Art. 6 (1) (c), 12 GDPR",
  };
}
