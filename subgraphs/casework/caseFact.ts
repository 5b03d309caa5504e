import { opaqueId } from "../shell/opaqueId.ts";
import { policeLabel } from "./policeLabel.ts";

/** The kinds of fact that a case is made of: how their ids begin, and the legal basis of keeping them. */
const kinds = {
  case: { prefix: "CS", legalBasis: "§ 86 AufenthG" },
  event: { prefix: "CE", legalBasis: "§ 86 AufenthG" },
  decision: { prefix: "AD", legalBasis: "§ 86 AufenthG, § 39 VwVfG" },
  conference: { prefix: "CC", legalBasis: "§ 86 AufenthG" },
  measure: { prefix: "M", legalBasis: "§ 86 AufenthG" },
  consent: { prefix: "PC", legalBasis: "§ 72 (4) AufenthG" },
  deadline: { prefix: "DL", legalBasis: "§ 86 AufenthG, § 31 VwVfG" },
} as const;

/** Where a fact of a case comes from. */
interface Origin<At> {
  readonly caseRef: string;
  readonly personRef: string;
  /** Office that acted. */
  readonly office: string;
  /** Day on which it happened. */
  readonly on: string;
  /** Instant of recording. */
  readonly at: At;
  /** See `deletionDate`; null by default: the case is open. */
  readonly deleteBy?: string | null;
  /** What the id of a synthetic fact is worked out from, see `opaqueId`; null by default. */
  readonly drawnFrom?: string | null;
}

/**
 * The provenance of a fact of a case, with its case and data subject: on file under the reference of the case. All of them are
 * facts, decisions among them; what is an assessment in case work are the reports of conduct.
 */
export function caseFact<At>(kind: keyof typeof kinds, origin: Origin<At>) {
  const { caseRef, personRef, office, on, at, deleteBy = null, drawnFrom = null } = origin;
  const { prefix, legalBasis } = kinds[kind];
  return {
    factId: opaqueId(prefix, drawnFrom),
    caseRef,
    personRef,
    version: 1,
    sourceOffice: office,
    sourceFileRef: caseRef,
    eventDate: on,
    recordedAt: at,
    lastChangedAt: at,
    deleteBy,
    label: policeLabel(office),
    kind: "FACT" as const,
    evidenceHolder: null,
    subjectCategory: "OTHER" as const,
    restricted: false,
    legalBasis,
  };
}
