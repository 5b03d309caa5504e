// Made by npm run operations from proposal.graphql and schema/contracts/rrk-caseworker.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
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

/** Check for completeness. */
export type CheckProposalInput = {
  /** Case reference (Fallnummer), as `Case.caseRef` gives it. */
  readonly caseRef: string;
  /** Parts that the checker found present; a proposal is complete with all of them. */
  readonly present: ReadonlyArray<ProposalPart>;
  /**
   * Reports of conduct whose documents the checker has seen and which they confirm, by id. On the ground of social conduct at least one
   * report of the person must be confirmed, now or before.
   */
  readonly confirmedReports?: ReadonlyArray<string> | null | undefined;
  /** Minutes of work that the step took the person who takes it, 1 to 480; null: not said. For an RRK alone; kept in sums of many, of no case and of nobody. */
  readonly workingMinutes?: number | null | undefined;
};

/** Part of a proposal that a check looks at (Prüfpunkt), a closed list. */
export type ProposalPart =
  /** The person is the one whom the file is about (Identität der Akte). */
  | 'IDENTITY'
  /** The residence status is on file (Aufenthaltsstatus). */
  | 'RESIDENCE_STATUS'
  /** The RRK is competent (Zuständigkeit). */
  | 'COMPETENCE'
  /** Documents for the ground of the proposal were seen (Belege zum Vorschlagsgrund). */
  | 'GROUND_DOCUMENTED';

export type CheckProposalMutationVariables = Exact<{
  input: CheckProposalInput;
}>;


export type CheckProposalMutation = { readonly checkProposal: { readonly case: { readonly caseRef: string, readonly state: CaseState | null } | null } | null };


export const CheckProposalDocument = new TypedDocumentString(`
    mutation CheckProposal($input: CheckProposalInput!) {
  checkProposal(input: $input) {
    case {
      caseRef
      state
    }
  }
}
    `) as unknown as TypedDocumentString<CheckProposalMutation, CheckProposalMutationVariables>;
