// Made by npm run operations from decision.graphql and schema/contracts/rrk-muenster-lead.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
/** Outcome of a decision on admission (Ergebnis der Aufnahmeentscheidung). */
export type AdmissionOutcome =
  /** Admitted (aufgenommen). */
  | 'ADMIT'
  /** Rejected (abgelehnt). */
  | 'REJECT';

/** State of a case (Fallstatus). */
export type CaseState =
  /** Proposed (vorgeschlagen). */
  | 'PROPOSED'
  /** Checked for completeness (geprüft). */
  | 'CHECKED'
  /** Decided by one person, to be confirmed by a second (Vier-Augen-Prinzip). */
  | 'AWAITING_CONFIRMATION'
  /** Admitted (aufgenommen). */
  | 'ADMITTED'
  /** Rejected (abgelehnt). */
  | 'REJECTED'
  /** Suspended (ruhend). */
  | 'SUSPENDED'
  /** Closed (abgeschlossen). */
  | 'CLOSED';

/** Decision on admission. */
export type DecideAdmissionInput = {
  /** Case reference (Fallnummer), as `Case.caseRef` gives it. */
  readonly caseRef: string;
  /** What the requester decides. */
  readonly outcome: AdmissionOutcome;
  /** Reason, 10 to 2,000 characters. Required for both outcomes. */
  readonly reason: string;
  /** Recorded assessment that the decider has seen; null for none. */
  readonly seenAssessment?: string | null | undefined;
  /** Whether the decision follows the band; required where an assessment was seen. */
  readonly followsBand?: boolean | null | undefined;
  /** Minutes of work that the step took the person who takes it, 1 to 480; null: not said. For an RRK alone; kept in sums of many, of no case and of nobody. */
  readonly workingMinutes?: number | null | undefined;
};

export type DecideMutationVariables = Exact<{
  input: DecideAdmissionInput;
}>;


export type DecideMutation = { readonly decideAdmission: { readonly case: { readonly caseRef: string, readonly state: CaseState | null } | null } | null };


export const DecideDocument = new TypedDocumentString(`
    mutation Decide($input: DecideAdmissionInput!) {
  decideAdmission(input: $input) {
    case {
      caseRef
      state
    }
  }
}
    `) as unknown as TypedDocumentString<DecideMutation, DecideMutationVariables>;
